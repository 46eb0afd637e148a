# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_kt_global_optspecs
    string join \n h/help
end

function __fish_kt_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_kt_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_kt_using_subcommand
    set -l cmd (__fish_kt_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c kt -n "__fish_kt_needs_command" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_needs_command" -f -a "topics" -d 'make, list, describe, change and delete topics'
complete -c kt -n "__fish_kt_needs_command" -f -a "t" -d 'make, list, describe, change and delete topics'
complete -c kt -n "__fish_kt_needs_command" -f -a "zookeeper-server-start" -d 'not needed any more; says so and succeeds'
complete -c kt -n "__fish_kt_needs_command" -f -a "zookeeper-server-stop" -d 'not needed any more; says so and succeeds'
complete -c kt -n "__fish_kt_needs_command" -f -a "zookeeper-shell" -d 'not there any more; says what to use instead'
complete -c kt -n "__fish_kt_needs_command" -f -a "help" -d 'show all commands, or one'
complete -c kt -n "__fish_kt_needs_command" -f -a "version" -d 'show kt\'s version; -v for what it is made of'
complete -c kt -n "__fish_kt_needs_command" -f -a "links" -d 'make kafka-topics.sh and all its kin as links to kt'
complete -c kt -n "__fish_kt_needs_command" -f -a "completions" -d 'print the completion script of a shell'
complete -c kt -n "__fish_kt_needs_command" -f -a "man" -d 'write the manual pages into a folder'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l command-config -d 'Client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l timeout -d 'The longest wait for an answer, such as 5s' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l topic -d 'the topic; a pattern for all actions but --create' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l topic-id -d 'the topic by its id, for --describe' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l config -d 'a setting of the new topic (only with --create)' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l delete-config -d 'refused since 4.0' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l partitions -d 'how many partitions to make, or to grow to' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l replication-factor -d 'copies of each partition' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l replica-assignment -d 'which brokers hold each partition' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l partition-size-limit-per-response -d 'page size of the describe request' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l list -d 'print the names of the topics, one a line'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l create -d 'make a topic'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l delete -d 'remove the topics that match --topic'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l alter -d 'raise the number of partitions'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l describe -d 'show partitions, leaders, replicas and overridden settings'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l under-replicated-partitions -d 'describe only partitions with a replica out of sync'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l unavailable-partitions -d 'describe only partitions without a leader'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l under-min-isr-partitions -d 'describe only partitions with fewer in-sync replicas than min.insync.replicas'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l at-min-isr-partitions -d 'describe only partitions exactly at min.insync.replicas'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l topics-with-overrides -d 'describe only topics that have settings of their own (header lines only)'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l exclude-internal -d 'leave out the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l if-exists -d 'a missing topic is no error (alter, delete, describe)'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l if-not-exists -d 'an existing topic is no error (create)'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -f -a "list" -d 'Lists the topics'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -f -a "ls" -d 'Lists the topics'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -f -a "create" -d 'Makes a topic'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -f -a "describe" -d 'Shows partitions, leaders, replicas and settings'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -f -a "alter" -d 'Raises the number of partitions'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -f -a "delete" -d 'Deletes topics with all that is in them'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -f -a "rm" -d 'Deletes topics with all that is in them'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -l command-config -d 'Client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -l timeout -d 'The longest wait for an answer, such as 5s' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -s a -l all -d 'Also the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -l command-config -d 'Client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -l timeout -d 'The longest wait for an answer, such as 5s' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -s a -l all -d 'Also the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s p -l partitions -d 'How many partitions [default: the broker\'s num.partitions]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s r -l replication-factor -d 'Copies of each partition [default: the broker\'s default.replication.factor]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s c -l config -d 'A setting of the topic; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l command-config -d 'Client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l timeout -d 'The longest wait for an answer, such as 5s' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l if-not-exists -d 'An existing topic is no error'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l command-config -d 'Client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l timeout -d 'The longest wait for an answer, such as 5s' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -s a -l all -d 'Also the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l under-replicated -d 'Only partitions with a replica out of sync'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l unavailable -d 'Only partitions without a living leader'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l under-min-isr -d 'Only partitions with fewer in-sync replicas than min.insync.replicas'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l at-min-isr -d 'Only partitions exactly at min.insync.replicas'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -s p -l partitions -d 'How many partitions it is to have' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -l command-config -d 'Client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -l timeout -d 'The longest wait for an answer, such as 5s' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l command-config -d 'Client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l timeout -d 'The longest wait for an answer, such as 5s' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l if-exists -d 'A missing topic is no error'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l command-config -d 'Client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l timeout -d 'The longest wait for an answer, such as 5s' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l if-exists -d 'A missing topic is no error'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l command-config -d 'Client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l timeout -d 'The longest wait for an answer, such as 5s' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l topic -d 'the topic; a pattern for all actions but --create' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l topic-id -d 'the topic by its id, for --describe' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l config -d 'a setting of the new topic (only with --create)' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l delete-config -d 'refused since 4.0' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l partitions -d 'how many partitions to make, or to grow to' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l replication-factor -d 'copies of each partition' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l replica-assignment -d 'which brokers hold each partition' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l partition-size-limit-per-response -d 'page size of the describe request' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l list -d 'print the names of the topics, one a line'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l create -d 'make a topic'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l delete -d 'remove the topics that match --topic'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l alter -d 'raise the number of partitions'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l describe -d 'show partitions, leaders, replicas and overridden settings'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l under-replicated-partitions -d 'describe only partitions with a replica out of sync'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l unavailable-partitions -d 'describe only partitions without a leader'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l under-min-isr-partitions -d 'describe only partitions with fewer in-sync replicas than min.insync.replicas'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l at-min-isr-partitions -d 'describe only partitions exactly at min.insync.replicas'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l topics-with-overrides -d 'describe only topics that have settings of their own (header lines only)'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l exclude-internal -d 'leave out the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l if-exists -d 'a missing topic is no error (alter, delete, describe)'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -l if-not-exists -d 'an existing topic is no error (create)'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -f -a "list" -d 'Lists the topics'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -f -a "ls" -d 'Lists the topics'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -f -a "create" -d 'Makes a topic'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -f -a "describe" -d 'Shows partitions, leaders, replicas and settings'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -f -a "alter" -d 'Raises the number of partitions'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -f -a "delete" -d 'Deletes topics with all that is in them'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter delete rm" -f -a "rm" -d 'Deletes topics with all that is in them'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -l command-config -d 'Client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -l timeout -d 'The longest wait for an answer, such as 5s' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -s a -l all -d 'Also the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -l command-config -d 'Client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -l timeout -d 'The longest wait for an answer, such as 5s' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -s a -l all -d 'Also the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s p -l partitions -d 'How many partitions [default: the broker\'s num.partitions]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s r -l replication-factor -d 'Copies of each partition [default: the broker\'s default.replication.factor]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s c -l config -d 'A setting of the topic; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l command-config -d 'Client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l timeout -d 'The longest wait for an answer, such as 5s' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l if-not-exists -d 'An existing topic is no error'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l command-config -d 'Client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l timeout -d 'The longest wait for an answer, such as 5s' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -s a -l all -d 'Also the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l under-replicated -d 'Only partitions with a replica out of sync'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l unavailable -d 'Only partitions without a living leader'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l under-min-isr -d 'Only partitions with fewer in-sync replicas than min.insync.replicas'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l at-min-isr -d 'Only partitions exactly at min.insync.replicas'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -s p -l partitions -d 'How many partitions it is to have' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -l command-config -d 'Client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -l timeout -d 'The longest wait for an answer, such as 5s' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l command-config -d 'Client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l timeout -d 'The longest wait for an answer, such as 5s' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l if-exists -d 'A missing topic is no error'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l command-config -d 'Client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l timeout -d 'The longest wait for an answer, such as 5s' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l if-exists -d 'A missing topic is no error'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand zookeeper-server-start" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand zookeeper-server-stop" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand zookeeper-shell" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand help" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand help" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand help" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand help" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand help" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand help" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand help" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand help" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand version" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand version" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand version" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand version" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand version" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand version" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand version" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand version" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand links" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand links" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand links" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand links" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand links" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand links" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand links" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand links" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand completions" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand completions" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand completions" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand completions" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand completions" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand completions" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand completions" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand completions" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand man" -l dir -d 'The folder for the pages' -r -F
complete -c kt -n "__fish_kt_using_subcommand man" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''"
complete -c kt -n "__fish_kt_using_subcommand man" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand man" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand man" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand man" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand man" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand man" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand man" -s h -l help -d 'Print help'
complete -c kafka-topics -l alter -d 'raise the number of partitions'
complete -c kafka-topics.sh -l alter -d 'raise the number of partitions'
complete -c kafka-topics -l at-min-isr-partitions -d 'describe only partitions exactly at min.insync.replicas'
complete -c kafka-topics.sh -l at-min-isr-partitions -d 'describe only partitions exactly at min.insync.replicas'
complete -c kafka-topics -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-topics.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-topics -l command-config -r -d 'client settings, a properties file'
complete -c kafka-topics.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-topics -l config -r -d 'a setting of the new topic (only with --create)'
complete -c kafka-topics.sh -l config -r -d 'a setting of the new topic (only with --create)'
complete -c kafka-topics -l create -d 'make a topic'
complete -c kafka-topics.sh -l create -d 'make a topic'
complete -c kafka-topics -l delete -d 'remove the topics that match --topic'
complete -c kafka-topics.sh -l delete -d 'remove the topics that match --topic'
complete -c kafka-topics -l delete-config -r -d 'refused since 4.0'
complete -c kafka-topics.sh -l delete-config -r -d 'refused since 4.0'
complete -c kafka-topics -l describe -d 'show partitions, leaders, replicas and overridden settings'
complete -c kafka-topics.sh -l describe -d 'show partitions, leaders, replicas and overridden settings'
complete -c kafka-topics -l exclude-internal -d 'leave out the topics Kafka keeps for itself'
complete -c kafka-topics.sh -l exclude-internal -d 'leave out the topics Kafka keeps for itself'
complete -c kafka-topics -l if-exists -d 'a missing topic is no error (alter, delete, describe)'
complete -c kafka-topics.sh -l if-exists -d 'a missing topic is no error (alter, delete, describe)'
complete -c kafka-topics -l if-not-exists -d 'an existing topic is no error (create)'
complete -c kafka-topics.sh -l if-not-exists -d 'an existing topic is no error (create)'
complete -c kafka-topics -l list -d 'print the names of the topics, one a line'
complete -c kafka-topics.sh -l list -d 'print the names of the topics, one a line'
complete -c kafka-topics -l partition-size-limit-per-response -r -d 'page size of the describe request'
complete -c kafka-topics.sh -l partition-size-limit-per-response -r -d 'page size of the describe request'
complete -c kafka-topics -l partitions -r -d 'how many partitions to make, or to grow to'
complete -c kafka-topics.sh -l partitions -r -d 'how many partitions to make, or to grow to'
complete -c kafka-topics -l replica-assignment -r -d 'which brokers hold each partition'
complete -c kafka-topics.sh -l replica-assignment -r -d 'which brokers hold each partition'
complete -c kafka-topics -l replication-factor -r -d 'copies of each partition'
complete -c kafka-topics.sh -l replication-factor -r -d 'copies of each partition'
complete -c kafka-topics -l topic -r -d 'the topic; a pattern for all actions but --create'
complete -c kafka-topics.sh -l topic -r -d 'the topic; a pattern for all actions but --create'
complete -c kafka-topics -l topic-id -r -d 'the topic by its id, for --describe'
complete -c kafka-topics.sh -l topic-id -r -d 'the topic by its id, for --describe'
complete -c kafka-topics -l topics-with-overrides -d 'describe only topics that have settings of their own (header lines only)'
complete -c kafka-topics.sh -l topics-with-overrides -d 'describe only topics that have settings of their own (header lines only)'
complete -c kafka-topics -l unavailable-partitions -d 'describe only partitions without a leader'
complete -c kafka-topics.sh -l unavailable-partitions -d 'describe only partitions without a leader'
complete -c kafka-topics -l under-min-isr-partitions -d 'describe only partitions with fewer in-sync replicas than min.insync.replicas'
complete -c kafka-topics.sh -l under-min-isr-partitions -d 'describe only partitions with fewer in-sync replicas than min.insync.replicas'
complete -c kafka-topics -l under-replicated-partitions -d 'describe only partitions with a replica out of sync'
complete -c kafka-topics.sh -l under-replicated-partitions -d 'describe only partitions with a replica out of sync'
