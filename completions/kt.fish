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
complete -c kt -n "__fish_kt_needs_command" -f -a "serve" -d 'a whole Kafka broker in this process'
complete -c kt -n "__fish_kt_needs_command" -f -a "up" -d 'a whole Kafka broker in this process'
complete -c kt -n "__fish_kt_needs_command" -f -a "quickstart" -d 'a tour on a broker of its own: create, produce, consume, look'
complete -c kt -n "__fish_kt_needs_command" -f -a "server-start" -d 'a broker set up by a server.properties'
complete -c kt -n "__fish_kt_needs_command" -f -a "server-stop" -d 'stops the brokers of kt on this machine'
complete -c kt -n "__fish_kt_needs_command" -f -a "topics" -d 'make, list, describe, change and delete topics'
complete -c kt -n "__fish_kt_needs_command" -f -a "t" -d 'make, list, describe, change and delete topics'
complete -c kt -n "__fish_kt_needs_command" -f -a "produce" -d 'lines become records'
complete -c kt -n "__fish_kt_needs_command" -f -a "p" -d 'lines become records'
complete -c kt -n "__fish_kt_needs_command" -f -a "console-producer" -d 'lines become records'
complete -c kt -n "__fish_kt_needs_command" -f -a "consume" -d 'print the records of topics'
complete -c kt -n "__fish_kt_needs_command" -f -a "c" -d 'print the records of topics'
complete -c kt -n "__fish_kt_needs_command" -f -a "console-consumer" -d 'print the records of topics'
complete -c kt -n "__fish_kt_needs_command" -f -a "copy" -d 'records from a topic to another one, here or in another cluster'
complete -c kt -n "__fish_kt_needs_command" -f -a "cp" -d 'records from a topic to another one, here or in another cluster'
complete -c kt -n "__fish_kt_needs_command" -f -a "export" -d 'records of a topic into a file, one line of JSON each'
complete -c kt -n "__fish_kt_needs_command" -f -a "import" -d 'records of a file of kt export into a topic'
complete -c kt -n "__fish_kt_needs_command" -f -a "tail" -d 'print the newest records of a topic, then what comes'
complete -c kt -n "__fish_kt_needs_command" -f -a "get" -d 'print one record, by its offset or its key'
complete -c kt -n "__fish_kt_needs_command" -f -a "groups" -d 'list, describe, reset and delete consumer groups'
complete -c kt -n "__fish_kt_needs_command" -f -a "g" -d 'list, describe, reset and delete consumer groups'
complete -c kt -n "__fish_kt_needs_command" -f -a "consumer-groups" -d 'list, describe, reset and delete consumer groups'
complete -c kt -n "__fish_kt_needs_command" -f -a "lag" -d 'how far consumer groups are behind, once or live'
complete -c kt -n "__fish_kt_needs_command" -f -a "all-groups" -d 'list groups of all types, in Kafka\'s flags'
complete -c kt -n "__fish_kt_needs_command" -f -a "share-groups" -d 'list, describe, reset and delete share groups'
complete -c kt -n "__fish_kt_needs_command" -f -a "streams-groups" -d 'list, describe, reset and delete streams groups'
complete -c kt -n "__fish_kt_needs_command" -f -a "streams-application-reset" -d 'let a Streams application begin anew'
complete -c kt -n "__fish_kt_needs_command" -f -a "offsets" -d 'where partitions begin and end, or which offset a moment has'
complete -c kt -n "__fish_kt_needs_command" -f -a "get-offsets" -d 'where partitions begin and end, or which offset a moment has'
complete -c kt -n "__fish_kt_needs_command" -f -a "delete-records" -d 'delete records from the front of partitions'
complete -c kt -n "__fish_kt_needs_command" -f -a "apply" -d 'topics as files say: makes and changes what differs'
complete -c kt -n "__fish_kt_needs_command" -f -a "diff" -d 'shows in what the cluster\'s topics differ from files'
complete -c kt -n "__fish_kt_needs_command" -f -a "txns" -d 'transactions: list, describe, find hanging ones, end them'
complete -c kt -n "__fish_kt_needs_command" -f -a "txn" -d 'transactions: list, describe, find hanging ones, end them'
complete -c kt -n "__fish_kt_needs_command" -f -a "transactions" -d 'transactions: list, describe, find hanging ones, end them'
complete -c kt -n "__fish_kt_needs_command" -f -a "log-dirs" -d 'what lies in the brokers\' log folders'
complete -c kt -n "__fish_kt_needs_command" -f -a "api-versions" -d 'which requests the brokers understand, in which versions'
complete -c kt -n "__fish_kt_needs_command" -f -a "broker-api-versions" -d 'which requests the brokers understand, in which versions'
complete -c kt -n "__fish_kt_needs_command" -f -a "wait" -d 'until brokers, topics, records or groups are ready; for scripts and CI'
complete -c kt -n "__fish_kt_needs_command" -f -a "doctor" -d 'why can\'t I connect? every step of the way, and what to do'
complete -c kt -n "__fish_kt_needs_command" -f -a "bench" -d 'how fast a broker is: produce, consume, latency'
complete -c kt -n "__fish_kt_needs_command" -f -a "producer-perf-test" -d 'how fast records are written'
complete -c kt -n "__fish_kt_needs_command" -f -a "consumer-perf-test" -d 'how fast records are read'
complete -c kt -n "__fish_kt_needs_command" -f -a "e2e-latency" -d 'how long a record takes to a consumer'
complete -c kt -n "__fish_kt_needs_command" -f -a "verifiable-producer" -d 'write numbers, and tell the fate of each in JSON'
complete -c kt -n "__fish_kt_needs_command" -f -a "verifiable-consumer" -d 'read in a group, and tell each event in JSON'
complete -c kt -n "__fish_kt_needs_command" -f -a "console-share-consumer" -d 'take records in a share group, and print them'
complete -c kt -n "__fish_kt_needs_command" -f -a "share-consumer-perf-test" -d 'how fast a share group reads'
complete -c kt -n "__fish_kt_needs_command" -f -a "verifiable-share-consumer" -d 'read in a share group, and tell each event in JSON'
complete -c kt -n "__fish_kt_needs_command" -f -a "cluster" -d 'the cluster\'s id and its brokers; unregister one that is gone'
complete -c kt -n "__fish_kt_needs_command" -f -a "brokers" -d 'the brokers: addresses, racks, leaders, replicas, disk'
complete -c kt -n "__fish_kt_needs_command" -f -a "nodes" -d 'the brokers: addresses, racks, leaders, replicas, disk'
complete -c kt -n "__fish_kt_needs_command" -f -a "configs" -d 'show and change settings of topics, brokers, users and the rest'
complete -c kt -n "__fish_kt_needs_command" -f -a "config" -d 'show and change settings of topics, brokers, users and the rest'
complete -c kt -n "__fish_kt_needs_command" -f -a "elect" -d 'let preferred replicas lead again'
complete -c kt -n "__fish_kt_needs_command" -f -a "leader-election" -d 'let preferred replicas lead again'
complete -c kt -n "__fish_kt_needs_command" -f -a "reassign" -d 'move replicas between brokers: plan, apply, follow, cancel'
complete -c kt -n "__fish_kt_needs_command" -f -a "reassign-partitions" -d 'move replicas between brokers: plan, apply, follow, cancel'
complete -c kt -n "__fish_kt_needs_command" -f -a "features" -d 'show and change the levels of the cluster\'s features'
complete -c kt -n "__fish_kt_needs_command" -f -a "quorum" -d 'who keeps the cluster\'s metadata'
complete -c kt -n "__fish_kt_needs_command" -f -a "metadata-quorum" -d 'who keeps the cluster\'s metadata'
complete -c kt -n "__fish_kt_needs_command" -f -a "client-metrics" -d 'which metrics clients push to the brokers'
complete -c kt -n "__fish_kt_needs_command" -f -a "acls" -d 'list, allow, deny and remove: who may do what'
complete -c kt -n "__fish_kt_needs_command" -f -a "acl" -d 'list, allow, deny and remove: who may do what'
complete -c kt -n "__fish_kt_needs_command" -f -a "users" -d 'list, make and remove SCRAM users'
complete -c kt -n "__fish_kt_needs_command" -f -a "quotas" -d 'list and set how fast users, clients and addresses may be'
complete -c kt -n "__fish_kt_needs_command" -f -a "delegation-tokens" -d 'make, renew, expire and show delegation tokens'
complete -c kt -n "__fish_kt_needs_command" -f -a "storage" -d 'format a data folder, or look whose it is'
complete -c kt -n "__fish_kt_needs_command" -f -a "dump-log" -d 'what lies in the files of a log, and whether it is sound'
complete -c kt -n "__fish_kt_needs_command" -f -a "metadata-shell" -d 'look around in a stopped folder\'s metadata'
complete -c kt -n "__fish_kt_needs_command" -f -a "replica-verification" -d 'whether the replicas of a partition hold the same'
complete -c kt -n "__fish_kt_needs_command" -f -a "context" -d 'clusters by name: which is used, with which login, and how well guarded'
complete -c kt -n "__fish_kt_needs_command" -f -a "ctx" -d 'clusters by name: which is used, with which login, and how well guarded'
complete -c kt -n "__fish_kt_needs_command" -f -a "mirror-maker" -d 'MirrorMaker: kt has none; says what to use'
complete -c kt -n "__fish_kt_needs_command" -f -a "jmx" -d 'JMX: kt has none; says what replaces it'
complete -c kt -n "__fish_kt_needs_command" -f -a "run-class" -d 'runs a class of Kafka\'s; says which command has it'
complete -c kt -n "__fish_kt_needs_command" -f -a "connect-standalone" -d 'Kafka Connect: kt has none; says what to use'
complete -c kt -n "__fish_kt_needs_command" -f -a "connect-distributed" -d 'Kafka Connect: kt has none; says what to use'
complete -c kt -n "__fish_kt_needs_command" -f -a "connect-plugin-path" -d 'Kafka Connect: kt has none; says what to use'
complete -c kt -n "__fish_kt_needs_command" -f -a "connect-mirror-maker" -d 'MirrorMaker: kt has none; says what to use'
complete -c kt -n "__fish_kt_needs_command" -f -a "oauth-compatibility-tool" -d 'tries an OAuth setup: kt has none; says what to use'
complete -c kt -n "__fish_kt_needs_command" -f -a "trogdor" -d 'Kafka\'s fault injector: kt has none'
complete -c kt -n "__fish_kt_needs_command" -f -a "zookeeper-server-start" -d 'not needed any more; says so and succeeds'
complete -c kt -n "__fish_kt_needs_command" -f -a "zookeeper-server-stop" -d 'not needed any more; says so and succeeds'
complete -c kt -n "__fish_kt_needs_command" -f -a "zookeeper-shell" -d 'not there any more; says what to use instead'
complete -c kt -n "__fish_kt_needs_command" -f -a "help" -d 'show all commands, or one'
complete -c kt -n "__fish_kt_needs_command" -f -a "version" -d 'show kt\'s version; -v for what it is made of'
complete -c kt -n "__fish_kt_needs_command" -f -a "links" -d 'make kafka-topics.sh and all its kin as links to kt'
complete -c kt -n "__fish_kt_needs_command" -f -a "completions" -d 'print the completion script of a shell'
complete -c kt -n "__fish_kt_needs_command" -f -a "man" -d 'write the manual pages into a folder'
complete -c kt -n "__fish_kt_using_subcommand serve" -l data -d 'the data folder [default: $XDG_DATA_HOME/kt]' -r
complete -c kt -n "__fish_kt_using_subcommand serve" -l listen -d 'where to listen, several times if wanted; port 0 takes any [default: 127.0.0.1:9092]' -r
complete -c kt -n "__fish_kt_using_subcommand serve" -l port -d 'the same as --listen 127.0.0.1:PORT; 0 takes any free one' -r
complete -c kt -n "__fish_kt_using_subcommand serve" -l port-file -d 'write the port there when the broker is ready' -r -F
complete -c kt -n "__fish_kt_using_subcommand serve" -l advertise -d 'the address that clients are told' -r
complete -c kt -n "__fish_kt_using_subcommand serve" -l override -d 'a setting that wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand serve" -l fsync -d 'when records reach the disk: os (the system decides), interval (every second), always (before the answer)' -r -f -a "os\t''
interval\t''
always\t''"
complete -c kt -n "__fish_kt_using_subcommand serve" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand serve" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand serve" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand serve" -l temp -d 'a temporary folder, removed at the end'
complete -c kt -n "__fish_kt_using_subcommand serve" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand serve" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand serve" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand serve" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand serve" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand serve" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand serve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand up" -l data -d 'the data folder [default: $XDG_DATA_HOME/kt]' -r
complete -c kt -n "__fish_kt_using_subcommand up" -l listen -d 'where to listen, several times if wanted; port 0 takes any [default: 127.0.0.1:9092]' -r
complete -c kt -n "__fish_kt_using_subcommand up" -l port -d 'the same as --listen 127.0.0.1:PORT; 0 takes any free one' -r
complete -c kt -n "__fish_kt_using_subcommand up" -l port-file -d 'write the port there when the broker is ready' -r -F
complete -c kt -n "__fish_kt_using_subcommand up" -l advertise -d 'the address that clients are told' -r
complete -c kt -n "__fish_kt_using_subcommand up" -l override -d 'a setting that wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand up" -l fsync -d 'when records reach the disk: os (the system decides), interval (every second), always (before the answer)' -r -f -a "os\t''
interval\t''
always\t''"
complete -c kt -n "__fish_kt_using_subcommand up" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand up" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand up" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand up" -l temp -d 'a temporary folder, removed at the end'
complete -c kt -n "__fish_kt_using_subcommand up" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand up" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand up" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand up" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand up" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand up" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand up" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand quickstart" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand quickstart" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand quickstart" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand quickstart" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand quickstart" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand quickstart" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand quickstart" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand quickstart" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand quickstart" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand quickstart" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand server-start" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand server-stop" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l topic -d 'the topic; a pattern for all actions but --create' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l topic-id -d 'the topic by its id, for --describe' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l config -d 'a setting of the new topic (only with --create)' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l delete-config -d 'refused since 4.0' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l partitions -d 'how many partitions to make, or to grow to' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l replication-factor -d 'copies of each partition' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l replica-assignment -d 'which brokers hold each partition' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l partition-size-limit-per-response -d 'page size of the describe request' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l list -d 'print the names of the topics, one a line'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l create -d 'make a topic'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l delete -d 'remove the topics that match --topic'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l alter -d 'raise the number of partitions'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l describe -d 'show partitions, leaders, replicas and overridden settings'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l under-replicated-partitions -d 'describe only partitions with a replica out of sync'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l unavailable-partitions -d 'describe only partitions without a leader'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l under-min-isr-partitions -d 'describe only partitions with fewer in-sync replicas than min.insync.replicas'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l at-min-isr-partitions -d 'describe only partitions exactly at min.insync.replicas'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l topics-with-overrides -d 'describe only topics that have settings of their own (header lines only)'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l exclude-internal -d 'leave out the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l if-exists -d 'a missing topic is no error (alter, delete, describe)'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l if-not-exists -d 'an existing topic is no error (create)'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "list" -d 'Lists the topics'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "ls" -d 'Lists the topics'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "create" -d 'Makes a topic'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "describe" -d 'Shows partitions, leaders, replicas and settings'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "alter" -d 'Raises the number of partitions'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "count" -d 'Counts the messages of topics'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "sizes" -d 'Shows what topics take on disk, the largest first'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "last" -d 'Shows the newest record of each partition'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "trim" -d 'Deletes the records of topics that are older than a moment'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "purge" -d 'Deletes all records of topics; the topics stay'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "delete" -d 'Deletes topics with all that is in them'
complete -c kt -n "__fish_kt_using_subcommand topics; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "rm" -d 'Deletes topics with all that is in them'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -s a -l all -d 'Also the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -s a -l all -d 'Also the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s p -l partitions -d 'How many partitions [default, and -1: the broker\'s num.partitions]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s r -l replication-factor -d 'Copies of each partition [default, and -1: the broker\'s default.replication.factor]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s c -l config -d 'A setting of the topic, such as retention.ms=7d; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l if-not-exists -d 'An existing topic is no error'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l interval -d 'How often to look' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l count -d 'End after so many looks' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -s a -l all -d 'Also the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -s w -l watch -d 'Look again and again; in a pipe a line of JSON a look'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l under-replicated -d 'Only partitions with a replica out of sync'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l unavailable -d 'Only partitions without a living leader'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l under-min-isr -d 'Only partitions with fewer in-sync replicas than min.insync.replicas'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l at-min-isr -d 'Only partitions exactly at min.insync.replicas'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -s p -l partitions -d 'How many partitions it is to have' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -l add -d 'How many more it is to have' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from alter" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -s a -l all -d 'Also the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from count" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -s a -l all -d 'Also the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from sizes" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -s n -l count -d 'How many of each partition' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from last" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -l before -d 'Older than this go: @-7d, @2026-11-21T10:00' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from trim" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from purge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l if-exists -d 'A missing topic is no error'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l if-exists -d 'A missing topic is no error'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand topics; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l topic -d 'the topic; a pattern for all actions but --create' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l topic-id -d 'the topic by its id, for --describe' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l config -d 'a setting of the new topic (only with --create)' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l delete-config -d 'refused since 4.0' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l partitions -d 'how many partitions to make, or to grow to' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l replication-factor -d 'copies of each partition' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l replica-assignment -d 'which brokers hold each partition' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l partition-size-limit-per-response -d 'page size of the describe request' -r
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l list -d 'print the names of the topics, one a line'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l create -d 'make a topic'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l delete -d 'remove the topics that match --topic'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l alter -d 'raise the number of partitions'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l describe -d 'show partitions, leaders, replicas and overridden settings'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l under-replicated-partitions -d 'describe only partitions with a replica out of sync'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l unavailable-partitions -d 'describe only partitions without a leader'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l under-min-isr-partitions -d 'describe only partitions with fewer in-sync replicas than min.insync.replicas'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l at-min-isr-partitions -d 'describe only partitions exactly at min.insync.replicas'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l topics-with-overrides -d 'describe only topics that have settings of their own (header lines only)'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l exclude-internal -d 'leave out the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l if-exists -d 'a missing topic is no error (alter, delete, describe)'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -l if-not-exists -d 'an existing topic is no error (create)'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "list" -d 'Lists the topics'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "ls" -d 'Lists the topics'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "create" -d 'Makes a topic'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "describe" -d 'Shows partitions, leaders, replicas and settings'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "alter" -d 'Raises the number of partitions'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "count" -d 'Counts the messages of topics'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "sizes" -d 'Shows what topics take on disk, the largest first'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "last" -d 'Shows the newest record of each partition'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "trim" -d 'Deletes the records of topics that are older than a moment'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "purge" -d 'Deletes all records of topics; the topics stay'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "delete" -d 'Deletes topics with all that is in them'
complete -c kt -n "__fish_kt_using_subcommand t; and not __fish_seen_subcommand_from list ls create describe alter count sizes last trim purge delete rm" -f -a "rm" -d 'Deletes topics with all that is in them'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -s a -l all -d 'Also the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -s a -l all -d 'Also the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s p -l partitions -d 'How many partitions [default, and -1: the broker\'s num.partitions]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s r -l replication-factor -d 'Copies of each partition [default, and -1: the broker\'s default.replication.factor]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s c -l config -d 'A setting of the topic, such as retention.ms=7d; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l if-not-exists -d 'An existing topic is no error'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l interval -d 'How often to look' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l count -d 'End after so many looks' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -s a -l all -d 'Also the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -s w -l watch -d 'Look again and again; in a pipe a line of JSON a look'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l under-replicated -d 'Only partitions with a replica out of sync'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l unavailable -d 'Only partitions without a living leader'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l under-min-isr -d 'Only partitions with fewer in-sync replicas than min.insync.replicas'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l at-min-isr -d 'Only partitions exactly at min.insync.replicas'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -s p -l partitions -d 'How many partitions it is to have' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -l add -d 'How many more it is to have' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from alter" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -s a -l all -d 'Also the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from count" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -s a -l all -d 'Also the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from sizes" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -s n -l count -d 'How many of each partition' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from last" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -l before -d 'Older than this go: @-7d, @2026-11-21T10:00' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from trim" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from purge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l if-exists -d 'A missing topic is no error'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l if-exists -d 'A missing topic is no error'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand t; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand produce" -s K -d 'What stands between key and value: -K: reads key:value' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -s i -l input -d 'lines, json (what kt consume -J prints), csv, tsv, or file (each one is a value)' -r -f -a "lines\t''
json\t''
csv\t''
tsv\t''
file\t''"
complete -c kt -n "__fish_kt_using_subcommand produce" -l value -d 'One record with this value' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -s k -l key -d 'The key of records that have none of their own' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -s H -l header -d 'One more header for each record; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -s p -l partition -d 'To this partition, but for records that name their own' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l timestamp -d 'The time of records that have none of their own: 2026-11-21T10:00, -1h, ms' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -s z -l compression -d 'Compress the batches' -r -f -a "none\t''
gzip\t''
snappy\t''
lz4\t''
zstd\t''"
complete -c kt -n "__fish_kt_using_subcommand produce" -l template -d 'Made-up values: \'{"id":{{seq}},"at":"{{now}}","n":{{int 1 9}}}\'' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -s n -l count -l repeat -d 'So many of a template or a --value [default: 1; 0: without end]' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l seed -d 'The same number makes the same records again' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l key-separator -d 'What stands between them [default: a tab]' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -s D -l delimiter -d 'What ends a record in place of a line break: \';\', \'\\0\', \'\\n---\\n\'' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l null-marker -d 'A key or value that is this text is null' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l key-form -d 'Keys stand there as hex, base64, i32, i64, f64 …, as -f %k{…} of kt consume shows them' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l value-form -d 'Values stand there so' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l reader-property -d 'One more setting of the reader, by Kafka\'s name (headers.separator …)' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l key-from -l key-column -d 'The key stands there: a column of CSV [default: key], or a field of JSON: id, .order.id' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l value-from -l value-column -d 'The value stands there [default: the column value, or all others as JSON; of JSON the whole line]' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l header-from -d 'A header\'s value stands there; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l partition-from -d 'The partition stands there [default: the column partition]' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l timestamp-from -d 'The time stands there, as a date or in ms [default: the column timestamp]' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l keep -d 'Of kt consume -J also the partition, the timestamp, or both' -r -f -a "partition\t''
timestamp\t''"
complete -c kt -n "__fish_kt_using_subcommand produce" -l skip -d 'Leave out the first so many lines, which were sent before' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l lines -d 'Only these lines: 17,20-22,101-' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l on-error -d 'What a line that is no record means: stop, or skip it' -r -f -a "stop\t''
skip\t''"
complete -c kt -n "__fish_kt_using_subcommand produce" -l partitioner -d 'Where records go that name no partition: murmur2, crc32, fnv1a (by key), round-robin, sticky, random' -r -f -a "murmur2\t''
crc32\t''
fnv1a\t''
round-robin\t''
sticky\t''
random\t''"
complete -c kt -n "__fish_kt_using_subcommand produce" -l rate -d 'So many records a second at most' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l acks -d 'Who has to have a record' -r -f -a "0\t''
1\t''
all\t''
-1\t''"
complete -c kt -n "__fish_kt_using_subcommand produce" -l transactional-id -d 'A transaction under this name, rather than one of its own' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand produce" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand produce" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l batch-size -d 'how many bytes a batch may hold (batch.size)' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l producer.config -d 'old name of --command-config' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l producer-property -d 'old name of --command-property' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l compression-codec -d 'none, gzip, snappy, lz4 or zstd; gzip if no name follows' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l line-reader -d 'what turns input into records: only the LineMessageReader is there' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l max-block-ms -d 'how long to wait for the topic, or for room in the buffer' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l max-memory-bytes -d 'how much may wait to be sent (buffer.memory)' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l max-partition-memory-bytes -d 'another way to say --batch-size, which it wins over' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l message-send-max-retries -d 'how often a batch is tried again (retries)' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l metadata-expiry-ms -d 'how long what is known of the topic holds' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l property -d 'old name of --reader-property' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l reader-config -d 'settings of the reader, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l request-required-acks -d '0, 1 or all (-1): who has to have a record' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l request-timeout-ms -d 'how long an acknowledgement may take' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l retry-backoff-ms -d 'the pause before a batch is tried again' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l socket-buffer-size -d 'taken and not needed: the system chooses' -r
complete -c kt -n "__fish_kt_using_subcommand produce" -l tombstone -d 'One record without a value, which deletes its --key'
complete -c kt -n "__fish_kt_using_subcommand produce" -l parse-key -d 'A line is a key, a separator and a value; -K does both'
complete -c kt -n "__fish_kt_using_subcommand produce" -l parse-headers -d 'A line begins with name:value,name:value and a tab'
complete -c kt -n "__fish_kt_using_subcommand produce" -l ignore-error -d 'A line without a separator is a value all the same'
complete -c kt -n "__fish_kt_using_subcommand produce" -l ignore-unknown -d 'Fields of kt consume -J that are not known are left out'
complete -c kt -n "__fish_kt_using_subcommand produce" -l sync -d 'Wait for each record before the next is read'
complete -c kt -n "__fish_kt_using_subcommand produce" -l transaction -d 'All lines or none: they become visible together at the end, and not at all after an error or Ctrl-C'
complete -c kt -n "__fish_kt_using_subcommand produce" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand produce" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand produce" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand produce" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand produce" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand produce" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand produce" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand produce" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand p" -s K -d 'What stands between key and value: -K: reads key:value' -r
complete -c kt -n "__fish_kt_using_subcommand p" -s i -l input -d 'lines, json (what kt consume -J prints), csv, tsv, or file (each one is a value)' -r -f -a "lines\t''
json\t''
csv\t''
tsv\t''
file\t''"
complete -c kt -n "__fish_kt_using_subcommand p" -l value -d 'One record with this value' -r
complete -c kt -n "__fish_kt_using_subcommand p" -s k -l key -d 'The key of records that have none of their own' -r
complete -c kt -n "__fish_kt_using_subcommand p" -s H -l header -d 'One more header for each record; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand p" -s p -l partition -d 'To this partition, but for records that name their own' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l timestamp -d 'The time of records that have none of their own: 2026-11-21T10:00, -1h, ms' -r
complete -c kt -n "__fish_kt_using_subcommand p" -s z -l compression -d 'Compress the batches' -r -f -a "none\t''
gzip\t''
snappy\t''
lz4\t''
zstd\t''"
complete -c kt -n "__fish_kt_using_subcommand p" -l template -d 'Made-up values: \'{"id":{{seq}},"at":"{{now}}","n":{{int 1 9}}}\'' -r
complete -c kt -n "__fish_kt_using_subcommand p" -s n -l count -l repeat -d 'So many of a template or a --value [default: 1; 0: without end]' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l seed -d 'The same number makes the same records again' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l key-separator -d 'What stands between them [default: a tab]' -r
complete -c kt -n "__fish_kt_using_subcommand p" -s D -l delimiter -d 'What ends a record in place of a line break: \';\', \'\\0\', \'\\n---\\n\'' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l null-marker -d 'A key or value that is this text is null' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l key-form -d 'Keys stand there as hex, base64, i32, i64, f64 …, as -f %k{…} of kt consume shows them' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l value-form -d 'Values stand there so' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l reader-property -d 'One more setting of the reader, by Kafka\'s name (headers.separator …)' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l key-from -l key-column -d 'The key stands there: a column of CSV [default: key], or a field of JSON: id, .order.id' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l value-from -l value-column -d 'The value stands there [default: the column value, or all others as JSON; of JSON the whole line]' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l header-from -d 'A header\'s value stands there; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l partition-from -d 'The partition stands there [default: the column partition]' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l timestamp-from -d 'The time stands there, as a date or in ms [default: the column timestamp]' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l keep -d 'Of kt consume -J also the partition, the timestamp, or both' -r -f -a "partition\t''
timestamp\t''"
complete -c kt -n "__fish_kt_using_subcommand p" -l skip -d 'Leave out the first so many lines, which were sent before' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l lines -d 'Only these lines: 17,20-22,101-' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l on-error -d 'What a line that is no record means: stop, or skip it' -r -f -a "stop\t''
skip\t''"
complete -c kt -n "__fish_kt_using_subcommand p" -l partitioner -d 'Where records go that name no partition: murmur2, crc32, fnv1a (by key), round-robin, sticky, random' -r -f -a "murmur2\t''
crc32\t''
fnv1a\t''
round-robin\t''
sticky\t''
random\t''"
complete -c kt -n "__fish_kt_using_subcommand p" -l rate -d 'So many records a second at most' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l acks -d 'Who has to have a record' -r -f -a "0\t''
1\t''
all\t''
-1\t''"
complete -c kt -n "__fish_kt_using_subcommand p" -l transactional-id -d 'A transaction under this name, rather than one of its own' -r
complete -c kt -n "__fish_kt_using_subcommand p" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand p" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand p" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand p" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand p" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand p" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l batch-size -d 'how many bytes a batch may hold (batch.size)' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l producer.config -d 'old name of --command-config' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l producer-property -d 'old name of --command-property' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l compression-codec -d 'none, gzip, snappy, lz4 or zstd; gzip if no name follows' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l line-reader -d 'what turns input into records: only the LineMessageReader is there' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l max-block-ms -d 'how long to wait for the topic, or for room in the buffer' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l max-memory-bytes -d 'how much may wait to be sent (buffer.memory)' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l max-partition-memory-bytes -d 'another way to say --batch-size, which it wins over' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l message-send-max-retries -d 'how often a batch is tried again (retries)' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l metadata-expiry-ms -d 'how long what is known of the topic holds' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l property -d 'old name of --reader-property' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l reader-config -d 'settings of the reader, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l request-required-acks -d '0, 1 or all (-1): who has to have a record' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l request-timeout-ms -d 'how long an acknowledgement may take' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l retry-backoff-ms -d 'the pause before a batch is tried again' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l socket-buffer-size -d 'taken and not needed: the system chooses' -r
complete -c kt -n "__fish_kt_using_subcommand p" -l tombstone -d 'One record without a value, which deletes its --key'
complete -c kt -n "__fish_kt_using_subcommand p" -l parse-key -d 'A line is a key, a separator and a value; -K does both'
complete -c kt -n "__fish_kt_using_subcommand p" -l parse-headers -d 'A line begins with name:value,name:value and a tab'
complete -c kt -n "__fish_kt_using_subcommand p" -l ignore-error -d 'A line without a separator is a value all the same'
complete -c kt -n "__fish_kt_using_subcommand p" -l ignore-unknown -d 'Fields of kt consume -J that are not known are left out'
complete -c kt -n "__fish_kt_using_subcommand p" -l sync -d 'Wait for each record before the next is read'
complete -c kt -n "__fish_kt_using_subcommand p" -l transaction -d 'All lines or none: they become visible together at the end, and not at all after an error or Ctrl-C'
complete -c kt -n "__fish_kt_using_subcommand p" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand p" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand p" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand p" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand p" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand p" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand p" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand p" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l topic -d 'where the records go' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l batch-size -d 'how many bytes a batch may hold (batch.size)' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l command-property -d 'one producer setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l producer.config -d 'old name of --command-config' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l producer-property -d 'old name of --command-property' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l compression-codec -d 'none, gzip, snappy, lz4 or zstd; gzip if no name follows' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l line-reader -d 'what turns input into records: only the LineMessageReader is there' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l max-block-ms -d 'how long to wait for the topic, or for room in the buffer' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l max-memory-bytes -d 'how much may wait to be sent (buffer.memory)' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l max-partition-memory-bytes -d 'another way to say --batch-size, which it wins over' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l message-send-max-retries -d 'how often a batch is tried again (retries)' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l metadata-expiry-ms -d 'how long what is known of the topic holds' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l reader-property -d 'parse.key, key.separator, parse.headers, headers.delimiter, headers.separator, headers.key.separator, null.marker, ignore.error' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l property -d 'old name of --reader-property' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l reader-config -d 'settings of the reader, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l request-required-acks -d '0, 1 or all (-1): who has to have a record' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l request-timeout-ms -d 'how long an acknowledgement may take' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l retry-backoff-ms -d 'the pause before a batch is tried again' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l socket-buffer-size -d 'taken and not needed: the system chooses' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l timeout -d 'how long a batch waits for company (linger.ms); without it no longer than needed' -r
complete -c kt -n "__fish_kt_using_subcommand console-producer" -l sync -d 'wait for each record before the next is read'
complete -c kt -n "__fish_kt_using_subcommand console-producer" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand consume" -s o -l offset -l from -d 'Start here: 42, -10, beginning, end, @-1h, @2026-11-21; or a range, FROM:TO' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l to -d 'End before this place' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l tail -d 'The newest so many of all partitions together, then what comes' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -s c -s n -l max-messages -l count -d 'End after that many' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -s g -l group -d 'Read in this consumer group' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -s p -l partition -l partitions -d 'Read these partitions only: 0 or 0,2' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l partitioner -d 'Who put the key there: murmur2 (Kafka\'s clients), crc32 (librdkafka), fnv1a (Sarama) …' -r -f -a "murmur2\t''
crc32\t''
fnv1a\t''
round-robin\t''
sticky\t''
random\t''"
complete -c kt -n "__fish_kt_using_subcommand consume" -l timeout-ms -d 'End when nothing came for so long' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -s k -l key -d 'Only this key; of one partition, where Kafka\'s producers put it' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l grep -d 'Only records with this in the key, the value or a header (name=value)' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -s H -l header -d 'Only records with this header; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l where -d 'Only records whose envelope (see -J) this jq expression holds for; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -s f -l format -d 'A form of your own: %t topic, %p partition, %o offset, %k key, %s value, %T time, %h headers' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l jq -d 'What jq makes of each record\'s envelope: \'.value.total\'' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l print -d 'The parts, with tabs between: timestamp, partition, offset, headers, key, value' -r -f -a "timestamp\t''
partition\t''
offset\t''
headers\t''
key\t''
value\t''"
complete -c kt -n "__fish_kt_using_subcommand consume" -s K -d 'The key, this text, and the value: -K: prints what kt produce -K: reads' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l key-separator -d 'What stands between the parts [default: a tab]' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -s D -l delimiter -d 'What ends a record in place of a line break: \';\', \'\\0\'' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l null-literal -d 'What stands for null [default: null; with -f nothing]' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l formatter -d 'Another of Kafka\'s formatters' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l formatter-property -d 'One more setting of the formatter, by Kafka\'s name' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand consume" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand consume" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l include -d 'the topics to read, by pattern' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l consumer.config -d 'old name of --command-config' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l consumer-property -d 'old name of --command-property' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l formatter-config -d 'settings of the formatter, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l property -d 'old name of --formatter-property' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l isolation-level -d 'read_committed hides records of transactions that are not committed' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l key-deserializer -d 'how keys become text' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l value-deserializer -d 'how values become text' -r
complete -c kt -n "__fish_kt_using_subcommand consume" -l from-beginning -d 'Start at the first record, not at the end'
complete -c kt -n "__fish_kt_using_subcommand consume" -l latest-per-key -d 'The latest record of each key, as compaction leaves them; deleted keys are left out'
complete -c kt -n "__fish_kt_using_subcommand consume" -s e -l exit -l until-end -d 'End when everything was read that was there; from the beginning, if nothing else is said'
complete -c kt -n "__fish_kt_using_subcommand consume" -l all-partitions -d 'Look for --key in all partitions: another program may have put it elsewhere'
complete -c kt -n "__fish_kt_using_subcommand consume" -l committed -d 'Hide records of transactions that are not committed'
complete -c kt -n "__fish_kt_using_subcommand consume" -l control -d 'Show also the records that end transactions: COMMIT or ABORT, whose, by which coordinator'
complete -c kt -n "__fish_kt_using_subcommand consume" -l exit-status -d 'Fail with 1 if there was no record at all'
complete -c kt -n "__fish_kt_using_subcommand consume" -s u
complete -c kt -n "__fish_kt_using_subcommand consume" -s J -l envelope -l json -d 'A line of JSON for each record, without loss; kt produce -i json reads it'
complete -c kt -n "__fish_kt_using_subcommand consume" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand consume" -l no-decode -d 'Records of Kafka\'s own topics as the bytes they are, not as JSON'
complete -c kt -n "__fish_kt_using_subcommand consume" -l raw -d 'Control characters reach the terminal as they are'
complete -c kt -n "__fish_kt_using_subcommand consume" -l skip-message-on-error -d 'Go on after a record that cannot be shown'
complete -c kt -n "__fish_kt_using_subcommand consume" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand consume" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand consume" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand consume" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand consume" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand consume" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand consume" -l enable-systest-events -d 'print shutdown_complete at the end'
complete -c kt -n "__fish_kt_using_subcommand consume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand c" -s o -l offset -l from -d 'Start here: 42, -10, beginning, end, @-1h, @2026-11-21; or a range, FROM:TO' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l to -d 'End before this place' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l tail -d 'The newest so many of all partitions together, then what comes' -r
complete -c kt -n "__fish_kt_using_subcommand c" -s c -s n -l max-messages -l count -d 'End after that many' -r
complete -c kt -n "__fish_kt_using_subcommand c" -s g -l group -d 'Read in this consumer group' -r
complete -c kt -n "__fish_kt_using_subcommand c" -s p -l partition -l partitions -d 'Read these partitions only: 0 or 0,2' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l partitioner -d 'Who put the key there: murmur2 (Kafka\'s clients), crc32 (librdkafka), fnv1a (Sarama) …' -r -f -a "murmur2\t''
crc32\t''
fnv1a\t''
round-robin\t''
sticky\t''
random\t''"
complete -c kt -n "__fish_kt_using_subcommand c" -l timeout-ms -d 'End when nothing came for so long' -r
complete -c kt -n "__fish_kt_using_subcommand c" -s k -l key -d 'Only this key; of one partition, where Kafka\'s producers put it' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l grep -d 'Only records with this in the key, the value or a header (name=value)' -r
complete -c kt -n "__fish_kt_using_subcommand c" -s H -l header -d 'Only records with this header; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l where -d 'Only records whose envelope (see -J) this jq expression holds for; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand c" -s f -l format -d 'A form of your own: %t topic, %p partition, %o offset, %k key, %s value, %T time, %h headers' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l jq -d 'What jq makes of each record\'s envelope: \'.value.total\'' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l print -d 'The parts, with tabs between: timestamp, partition, offset, headers, key, value' -r -f -a "timestamp\t''
partition\t''
offset\t''
headers\t''
key\t''
value\t''"
complete -c kt -n "__fish_kt_using_subcommand c" -s K -d 'The key, this text, and the value: -K: prints what kt produce -K: reads' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l key-separator -d 'What stands between the parts [default: a tab]' -r
complete -c kt -n "__fish_kt_using_subcommand c" -s D -l delimiter -d 'What ends a record in place of a line break: \';\', \'\\0\'' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l null-literal -d 'What stands for null [default: null; with -f nothing]' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l formatter -d 'Another of Kafka\'s formatters' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l formatter-property -d 'One more setting of the formatter, by Kafka\'s name' -r
complete -c kt -n "__fish_kt_using_subcommand c" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand c" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand c" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand c" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand c" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l include -d 'the topics to read, by pattern' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l consumer.config -d 'old name of --command-config' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l consumer-property -d 'old name of --command-property' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l formatter-config -d 'settings of the formatter, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l property -d 'old name of --formatter-property' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l isolation-level -d 'read_committed hides records of transactions that are not committed' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l key-deserializer -d 'how keys become text' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l value-deserializer -d 'how values become text' -r
complete -c kt -n "__fish_kt_using_subcommand c" -l from-beginning -d 'Start at the first record, not at the end'
complete -c kt -n "__fish_kt_using_subcommand c" -l latest-per-key -d 'The latest record of each key, as compaction leaves them; deleted keys are left out'
complete -c kt -n "__fish_kt_using_subcommand c" -s e -l exit -l until-end -d 'End when everything was read that was there; from the beginning, if nothing else is said'
complete -c kt -n "__fish_kt_using_subcommand c" -l all-partitions -d 'Look for --key in all partitions: another program may have put it elsewhere'
complete -c kt -n "__fish_kt_using_subcommand c" -l committed -d 'Hide records of transactions that are not committed'
complete -c kt -n "__fish_kt_using_subcommand c" -l control -d 'Show also the records that end transactions: COMMIT or ABORT, whose, by which coordinator'
complete -c kt -n "__fish_kt_using_subcommand c" -l exit-status -d 'Fail with 1 if there was no record at all'
complete -c kt -n "__fish_kt_using_subcommand c" -s u
complete -c kt -n "__fish_kt_using_subcommand c" -s J -l envelope -l json -d 'A line of JSON for each record, without loss; kt produce -i json reads it'
complete -c kt -n "__fish_kt_using_subcommand c" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand c" -l no-decode -d 'Records of Kafka\'s own topics as the bytes they are, not as JSON'
complete -c kt -n "__fish_kt_using_subcommand c" -l raw -d 'Control characters reach the terminal as they are'
complete -c kt -n "__fish_kt_using_subcommand c" -l skip-message-on-error -d 'Go on after a record that cannot be shown'
complete -c kt -n "__fish_kt_using_subcommand c" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand c" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand c" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand c" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand c" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand c" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand c" -l enable-systest-events -d 'print shutdown_complete at the end'
complete -c kt -n "__fish_kt_using_subcommand c" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l topic -d 'the topic to read' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l include -d 'the topics to read, by pattern' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l command-property -d 'one consumer setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l consumer.config -d 'old name of --command-config' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l consumer-property -d 'old name of --command-property' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l formatter -d 'how a record is printed' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l formatter-config -d 'settings of the formatter, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l formatter-property -d 'print.timestamp, print.key, print.offset, print.epoch, print.partition, print.headers, print.value, key.separator, line.separator, headers.separator, null.literal, key.deserializer, value.deserializer, headers.deserializer' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l property -d 'old name of --formatter-property' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l group -d 'the consumer group to read in' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l isolation-level -d 'read_committed hides records of transactions that are not committed' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l key-deserializer -d 'how keys become text' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l value-deserializer -d 'how values become text' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l max-messages -d 'end after that many' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l offset -d 'where to start in --partition: a number, earliest or latest' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l partition -d 'read this partition only' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l timeout-ms -d 'end when nothing came for so long' -r
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l enable-systest-events -d 'print shutdown_complete at the end'
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l from-beginning -d 'start at the first record where the group has no offset'
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -l skip-message-on-error -d 'go on after a record that cannot be shown'
complete -c kt -n "__fish_kt_using_subcommand console-consumer" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand copy" -l from -d 'Begin at: beginning, an offset, -N from the end, @-1h, @2026-11-21; or FROM:TO' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -l to -d 'End before this place [default: where the topic ends now]' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -s p -l partition -l partitions -d 'Only these partitions: 0 or 0,2' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -s k -l key -d 'Only records with this key' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -l grep -d 'Only records with this in the key, the value or a header (name=value)' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -s H -l header -d 'Only records with this header; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -l where -d 'Only records whose envelope (see -J) this jq expression holds for; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -s c -l max-messages -d 'End after that many' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -l to-header -d 'To the topic that this header names, which must be there; records without it go to DESTINATION' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -l drop-header -d 'Leave this header out; NAME* are all that begin so; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -l add-header -d 'One more header for each record; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -l rate -d 'So many records a second at most' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -l resume -d 'Go on behind what this group has committed in the source, and commit what is copied' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand copy" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand copy" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand copy" -l by-key -d 'Let the keys decide on partitions anew; so it is with --to-header'
complete -c kt -n "__fish_kt_using_subcommand copy" -l now -d 'The times of the copy in place of the records\' own'
complete -c kt -n "__fish_kt_using_subcommand copy" -s f -l follow -d 'Go on with what comes, until Ctrl-C; new partitions and new topics of a pattern too'
complete -c kt -n "__fish_kt_using_subcommand copy" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand copy" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand copy" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand copy" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand copy" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand copy" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand copy" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand copy" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand copy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand cp" -l from -d 'Begin at: beginning, an offset, -N from the end, @-1h, @2026-11-21; or FROM:TO' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -l to -d 'End before this place [default: where the topic ends now]' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -s p -l partition -l partitions -d 'Only these partitions: 0 or 0,2' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -s k -l key -d 'Only records with this key' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -l grep -d 'Only records with this in the key, the value or a header (name=value)' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -s H -l header -d 'Only records with this header; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -l where -d 'Only records whose envelope (see -J) this jq expression holds for; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -s c -l max-messages -d 'End after that many' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -l to-header -d 'To the topic that this header names, which must be there; records without it go to DESTINATION' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -l drop-header -d 'Leave this header out; NAME* are all that begin so; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -l add-header -d 'One more header for each record; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -l rate -d 'So many records a second at most' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -l resume -d 'Go on behind what this group has committed in the source, and commit what is copied' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand cp" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand cp" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand cp" -l by-key -d 'Let the keys decide on partitions anew; so it is with --to-header'
complete -c kt -n "__fish_kt_using_subcommand cp" -l now -d 'The times of the copy in place of the records\' own'
complete -c kt -n "__fish_kt_using_subcommand cp" -s f -l follow -d 'Go on with what comes, until Ctrl-C; new partitions and new topics of a pattern too'
complete -c kt -n "__fish_kt_using_subcommand cp" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand cp" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand cp" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand cp" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand cp" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand cp" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand cp" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand cp" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand cp" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand export" -l from -d 'Begin at: beginning, an offset, -N from the end, @-1h, @2026-11-21; or FROM:TO' -r
complete -c kt -n "__fish_kt_using_subcommand export" -l to -d 'End before this place [default: where the topic ends now]' -r
complete -c kt -n "__fish_kt_using_subcommand export" -s p -l partition -l partitions -d 'Only these partitions: 0 or 0,2' -r
complete -c kt -n "__fish_kt_using_subcommand export" -s k -l key -d 'Only records with this key' -r
complete -c kt -n "__fish_kt_using_subcommand export" -l grep -d 'Only records with this in the key, the value or a header (name=value)' -r
complete -c kt -n "__fish_kt_using_subcommand export" -s H -l header -d 'Only records with this header; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand export" -l where -d 'Only records whose envelope (see -J) this jq expression holds for; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand export" -s c -l max-messages -d 'End after that many' -r
complete -c kt -n "__fish_kt_using_subcommand export" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand export" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand export" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand export" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand export" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand export" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand export" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand export" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand export" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand export" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand export" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand export" -l force -d 'Also over a file that is there'
complete -c kt -n "__fish_kt_using_subcommand export" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand export" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand export" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand export" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand export" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand export" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand export" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand import" -l skip -d 'Leave out the first N lines' -r
complete -c kt -n "__fish_kt_using_subcommand import" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand import" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand import" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand import" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand import" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand import" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand import" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand import" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand import" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand import" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand import" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand import" -l by-key -d 'Let the keys decide on partitions'
complete -c kt -n "__fish_kt_using_subcommand import" -l now -d 'The times of the import in place of the records\' own'
complete -c kt -n "__fish_kt_using_subcommand import" -l ignore-unknown -d 'Skip fields of a line that kt does not know'
complete -c kt -n "__fish_kt_using_subcommand import" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand import" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand import" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand import" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand import" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand import" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand import" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand tail" -s n -l tail -l lines -d 'So many of all partitions together' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -s p -l partition -l partitions -d 'Read these partitions only: 0 or 0,2' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -l partitioner -d 'Who put the key there: murmur2 (Kafka\'s clients), crc32 (librdkafka), fnv1a (Sarama) …' -r -f -a "murmur2\t''
crc32\t''
fnv1a\t''
round-robin\t''
sticky\t''
random\t''"
complete -c kt -n "__fish_kt_using_subcommand tail" -l timeout-ms -d 'End when nothing came for so long' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -s k -l key -d 'Only this key; of one partition, where Kafka\'s producers put it' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -l grep -d 'Only records with this in the key, the value or a header (name=value)' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -s H -l header -d 'Only records with this header; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -l where -d 'Only records whose envelope (see -J) this jq expression holds for; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -s f -l format -d 'A form of your own: %t topic, %p partition, %o offset, %k key, %s value, %T time, %h headers' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -l jq -d 'What jq makes of each record\'s envelope: \'.value.total\'' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -l print -d 'The parts, with tabs between: timestamp, partition, offset, headers, key, value' -r -f -a "timestamp\t''
partition\t''
offset\t''
headers\t''
key\t''
value\t''"
complete -c kt -n "__fish_kt_using_subcommand tail" -s K -d 'The key, this text, and the value: -K: prints what kt produce -K: reads' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -l key-separator -d 'What stands between the parts [default: a tab]' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -s D -l delimiter -d 'What ends a record in place of a line break: \';\', \'\\0\'' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -l null-literal -d 'What stands for null [default: null; with -f nothing]' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -l formatter -d 'Another of Kafka\'s formatters' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -l formatter-property -d 'One more setting of the formatter, by Kafka\'s name' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand tail" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand tail" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand tail" -s e -l exit -l until-end -d 'End when everything was read that was there; from the beginning, if nothing else is said'
complete -c kt -n "__fish_kt_using_subcommand tail" -l all-partitions -d 'Look for --key in all partitions: another program may have put it elsewhere'
complete -c kt -n "__fish_kt_using_subcommand tail" -l committed -d 'Hide records of transactions that are not committed'
complete -c kt -n "__fish_kt_using_subcommand tail" -l control -d 'Show also the records that end transactions: COMMIT or ABORT, whose, by which coordinator'
complete -c kt -n "__fish_kt_using_subcommand tail" -l exit-status -d 'Fail with 1 if there was no record at all'
complete -c kt -n "__fish_kt_using_subcommand tail" -s u
complete -c kt -n "__fish_kt_using_subcommand tail" -s J -l envelope -l json -d 'A line of JSON for each record, without loss; kt produce -i json reads it'
complete -c kt -n "__fish_kt_using_subcommand tail" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand tail" -l no-decode -d 'Records of Kafka\'s own topics as the bytes they are, not as JSON'
complete -c kt -n "__fish_kt_using_subcommand tail" -l raw -d 'Control characters reach the terminal as they are'
complete -c kt -n "__fish_kt_using_subcommand tail" -l skip-message-on-error -d 'Go on after a record that cannot be shown'
complete -c kt -n "__fish_kt_using_subcommand tail" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand tail" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand tail" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand tail" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand tail" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand tail" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand tail" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand get" -s p -l partition -d 'Read this partition only' -r
complete -c kt -n "__fish_kt_using_subcommand get" -l key -d 'The latest record of this key' -r
complete -c kt -n "__fish_kt_using_subcommand get" -l partitioner -d 'Who put the key there: murmur2 (Kafka\'s clients), crc32 (librdkafka), fnv1a (Sarama) …' -r -f -a "murmur2\t''
crc32\t''
fnv1a\t''
round-robin\t''
sticky\t''
random\t''"
complete -c kt -n "__fish_kt_using_subcommand get" -s f -l format -d 'A form of your own: %t topic, %p partition, %o offset, %k key, %s value, %T time, %h headers' -r
complete -c kt -n "__fish_kt_using_subcommand get" -l jq -d 'What jq makes of each record\'s envelope: \'.value.total\'' -r
complete -c kt -n "__fish_kt_using_subcommand get" -l print -d 'The parts, with tabs between: timestamp, partition, offset, headers, key, value' -r -f -a "timestamp\t''
partition\t''
offset\t''
headers\t''
key\t''
value\t''"
complete -c kt -n "__fish_kt_using_subcommand get" -s K -d 'The key, this text, and the value: -K: prints what kt produce -K: reads' -r
complete -c kt -n "__fish_kt_using_subcommand get" -l key-separator -d 'What stands between the parts [default: a tab]' -r
complete -c kt -n "__fish_kt_using_subcommand get" -s D -l delimiter -d 'What ends a record in place of a line break: \';\', \'\\0\'' -r
complete -c kt -n "__fish_kt_using_subcommand get" -l null-literal -d 'What stands for null [default: null; with -f nothing]' -r
complete -c kt -n "__fish_kt_using_subcommand get" -l formatter -d 'Another of Kafka\'s formatters' -r
complete -c kt -n "__fish_kt_using_subcommand get" -l formatter-property -d 'One more setting of the formatter, by Kafka\'s name' -r
complete -c kt -n "__fish_kt_using_subcommand get" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand get" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand get" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand get" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand get" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand get" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand get" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand get" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand get" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand get" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand get" -l all-partitions -d 'Look for the key in all partitions'
complete -c kt -n "__fish_kt_using_subcommand get" -s J -l envelope -l json -d 'A line of JSON for each record, without loss; kt produce -i json reads it'
complete -c kt -n "__fish_kt_using_subcommand get" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand get" -l no-decode -d 'Records of Kafka\'s own topics as the bytes they are, not as JSON'
complete -c kt -n "__fish_kt_using_subcommand get" -l raw -d 'Control characters reach the terminal as they are'
complete -c kt -n "__fish_kt_using_subcommand get" -l skip-message-on-error -d 'Go on after a record that cannot be shown'
complete -c kt -n "__fish_kt_using_subcommand get" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand get" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand get" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand get" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand get" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand get" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l validate-regex -d 'say whether a pattern is valid RE2; no broker needed' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l group -d 'the group' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l topic -d 'topic, with partitions where only some are meant' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l state -d 'describe: the group\'s state; list: add the state, or only groups in these' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l type -d 'list: add the type, or only groups of these' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l to-offset -d 'reset to this offset, held within the log\'s bounds' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l shift-by -d 'reset by so many forward or, if negative, back' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l to-datetime -d 'reset to the first offset from a moment: YYYY-MM-DDThh:mm:ss.sss, zone optional' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l by-duration -d 'reset to the moment so long ago: PnDTnHnMnS' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l from-file -d 'reset from CSV: topic,partition,offset, or group,topic,partition,offset' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l list -d 'print the names of the groups'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l describe -d 'show offsets and lag, or members, or state'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l delete -d 'remove groups that have no member'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l delete-offsets -d 'remove the offsets of --topic from one group'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l reset-offsets -d 'set the offsets of a group without members'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l all-groups -d 'every group'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l all-topics -d 'every topic the group has offsets for'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l members -d 'describe: who is in the group'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l offsets -d 'describe: offsets and lag (what it does anyway)'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l dry-run -d 'reset: only show'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l execute -d 'reset: do it'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l export -d 'reset: print CSV in place of the table'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l to-earliest -d 'reset to the first offset'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l to-latest -d 'reset to the end'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l to-current -d 'reset to where the group is'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "list" -d 'Lists the groups with state, members and lag'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "ls" -d 'Lists the groups with state, members and lag'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "describe" -d 'Shows each partition of groups: where they are, how far behind, who reads'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "members" -d 'Shows who is in a group, and who reads what'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "peek" -d 'Shows the records a group will read next'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "watch" -d 'Shows rebalances as they happen: who joins, who leaves, how often; in a pipe a line of JSON a change'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "reset" -d 'Sets what a group without members reads next'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "clone" -d 'Gives a group what another one has committed'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "cp" -d 'Gives a group what another one has committed'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "delete" -d 'Deletes groups without members, and what they have committed'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "rm" -d 'Deletes groups without members, and what they have committed'
complete -c kt -n "__fish_kt_using_subcommand groups; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "delete-offsets" -d 'Deletes what a group has committed for topics'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -l topic -d 'Only groups that have committed for this topic, or for one of this pattern' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -s s -l state -d 'Only groups in this state: stable, empty, …; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -s t -l type -d 'Only groups of this type: classic, consumer, share or streams; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -l topic -d 'Only groups that have committed for this topic, or for one of this pattern' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -s s -l state -d 'Only groups in this state: stable, empty, …; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -s t -l type -d 'Only groups of this type: classic, consumer, share or streams; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -s t -l topic -d 'Only these topics; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -l behind -d 'Only partitions that are behind'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from members" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -s n -s A -l count -l after -d 'How many of each partition' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -s B -l before -d 'Also the last so many that it has read' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from peek" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -s i -l interval -d 'How often to look' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -s n -l count -d 'End after so many changes; the state at the beginning is the first' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from watch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -l to -d 'Where to: beginning, end, current, an offset, +N or -N, or @ and a moment (@-1h, @2026-11-21T10:00); by partition of one topic 0=42,2=end; without it a menu asks at a terminal' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -l from-file -d 'Offsets from a file with lines topic,partition,offset; an undo file is one' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -l wait-empty -d 'Wait so long for the last member to go' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -l no-undo -d 'Write no undo file'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -s t -l topic -d 'Only this topic; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from clone" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -s t -l topic -d 'Only this topic; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from cp" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand groups; and __fish_seen_subcommand_from delete-offsets" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l validate-regex -d 'say whether a pattern is valid RE2; no broker needed' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l group -d 'the group' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l topic -d 'topic, with partitions where only some are meant' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l state -d 'describe: the group\'s state; list: add the state, or only groups in these' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l type -d 'list: add the type, or only groups of these' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l to-offset -d 'reset to this offset, held within the log\'s bounds' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l shift-by -d 'reset by so many forward or, if negative, back' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l to-datetime -d 'reset to the first offset from a moment: YYYY-MM-DDThh:mm:ss.sss, zone optional' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l by-duration -d 'reset to the moment so long ago: PnDTnHnMnS' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l from-file -d 'reset from CSV: topic,partition,offset, or group,topic,partition,offset' -r
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l list -d 'print the names of the groups'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l describe -d 'show offsets and lag, or members, or state'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l delete -d 'remove groups that have no member'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l delete-offsets -d 'remove the offsets of --topic from one group'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l reset-offsets -d 'set the offsets of a group without members'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l all-groups -d 'every group'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l all-topics -d 'every topic the group has offsets for'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l members -d 'describe: who is in the group'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l offsets -d 'describe: offsets and lag (what it does anyway)'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l dry-run -d 'reset: only show'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l execute -d 'reset: do it'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l export -d 'reset: print CSV in place of the table'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l to-earliest -d 'reset to the first offset'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l to-latest -d 'reset to the end'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -l to-current -d 'reset to where the group is'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "list" -d 'Lists the groups with state, members and lag'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "ls" -d 'Lists the groups with state, members and lag'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "describe" -d 'Shows each partition of groups: where they are, how far behind, who reads'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "members" -d 'Shows who is in a group, and who reads what'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "peek" -d 'Shows the records a group will read next'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "watch" -d 'Shows rebalances as they happen: who joins, who leaves, how often; in a pipe a line of JSON a change'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "reset" -d 'Sets what a group without members reads next'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "clone" -d 'Gives a group what another one has committed'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "cp" -d 'Gives a group what another one has committed'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "delete" -d 'Deletes groups without members, and what they have committed'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "rm" -d 'Deletes groups without members, and what they have committed'
complete -c kt -n "__fish_kt_using_subcommand g; and not __fish_seen_subcommand_from list ls describe members peek watch reset clone cp delete rm delete-offsets" -f -a "delete-offsets" -d 'Deletes what a group has committed for topics'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -l topic -d 'Only groups that have committed for this topic, or for one of this pattern' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -s s -l state -d 'Only groups in this state: stable, empty, …; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -s t -l type -d 'Only groups of this type: classic, consumer, share or streams; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -l topic -d 'Only groups that have committed for this topic, or for one of this pattern' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -s s -l state -d 'Only groups in this state: stable, empty, …; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -s t -l type -d 'Only groups of this type: classic, consumer, share or streams; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -s t -l topic -d 'Only these topics; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -l behind -d 'Only partitions that are behind'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from members" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -s n -s A -l count -l after -d 'How many of each partition' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -s B -l before -d 'Also the last so many that it has read' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from peek" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -s i -l interval -d 'How often to look' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -s n -l count -d 'End after so many changes; the state at the beginning is the first' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from watch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -l to -d 'Where to: beginning, end, current, an offset, +N or -N, or @ and a moment (@-1h, @2026-11-21T10:00); by partition of one topic 0=42,2=end; without it a menu asks at a terminal' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -l from-file -d 'Offsets from a file with lines topic,partition,offset; an undo file is one' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -l wait-empty -d 'Wait so long for the last member to go' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -l no-undo -d 'Write no undo file'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -s t -l topic -d 'Only this topic; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from clone" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -s t -l topic -d 'Only this topic; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from cp" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand g; and __fish_seen_subcommand_from delete-offsets" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l validate-regex -d 'say whether a pattern is valid RE2; no broker needed' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l group -d 'the group' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l topic -d 'topic, with partitions where only some are meant' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l state -d 'describe: the group\'s state; list: add the state, or only groups in these' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l type -d 'list: add the type, or only groups of these' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l timeout -d 'how long to wait for the group to settle' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l to-offset -d 'reset to this offset, held within the log\'s bounds' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l shift-by -d 'reset by so many forward or, if negative, back' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l to-datetime -d 'reset to the first offset from a moment: YYYY-MM-DDThh:mm:ss.sss, zone optional' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l by-duration -d 'reset to the moment so long ago: PnDTnHnMnS' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l from-file -d 'reset from CSV: topic,partition,offset, or group,topic,partition,offset' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l list -d 'print the names of the groups'
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l describe -d 'show offsets and lag, or members, or state'
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l delete -d 'remove groups that have no member'
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l delete-offsets -d 'remove the offsets of --topic from one group'
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l reset-offsets -d 'set the offsets of a group without members'
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l all-groups -d 'every group'
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l all-topics -d 'every topic the group has offsets for'
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l members -d 'describe: who is in the group'
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l offsets -d 'describe: offsets and lag (what it does anyway)'
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l verbose -d 'more columns'
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l dry-run -d 'reset: only show'
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l execute -d 'reset: do it'
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l export -d 'reset: print CSV in place of the table'
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l to-earliest -d 'reset to the first offset'
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l to-latest -d 'reset to the end'
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -l to-current -d 'reset to where the group is'
complete -c kt -n "__fish_kt_using_subcommand consumer-groups" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand lag" -s t -l topic -d 'Only this topic, or a pattern; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand lag" -s i -l interval -d 'The time between two looks' -r
complete -c kt -n "__fish_kt_using_subcommand lag" -s n -l count -d 'End after so many looks' -r
complete -c kt -n "__fish_kt_using_subcommand lag" -l fail-over -d 'Exit code 1 as soon as a group is more than this behind in all' -r
complete -c kt -n "__fish_kt_using_subcommand lag" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand lag" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand lag" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand lag" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand lag" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand lag" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand lag" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand lag" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand lag" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand lag" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand lag" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand lag" -s w -l watch -d 'Look again and again, with rates and forecasts'
complete -c kt -n "__fish_kt_using_subcommand lag" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand lag" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand lag" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand lag" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand lag" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand lag" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand lag" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand lag" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand all-groups" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand all-groups" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand all-groups" -l group-type -d 'only groups of this type: classic, consumer, share or streams' -r
complete -c kt -n "__fish_kt_using_subcommand all-groups" -l protocol -d 'only groups with this protocol type' -r
complete -c kt -n "__fish_kt_using_subcommand all-groups" -l list -d 'print group, type and protocol'
complete -c kt -n "__fish_kt_using_subcommand all-groups" -l consumer -d 'only consumer groups of either protocol, and simple ones'
complete -c kt -n "__fish_kt_using_subcommand all-groups" -l share -d 'only share groups'
complete -c kt -n "__fish_kt_using_subcommand all-groups" -l streams -d 'only streams groups'
complete -c kt -n "__fish_kt_using_subcommand all-groups" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l group -d 'the share group' -r
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l topic -d 'topic, with partitions where only some are meant' -r
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l state -d 'describe the state; list: show it, or only groups in these' -r
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l timeout -d 'how long to wait for the group to settle' -r
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l to-datetime -d 'reset to the first offset from a moment' -r
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l list -d 'print the share groups'
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l describe -d 'show start offsets and lag, or members, or state'
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l delete -d 'remove share groups'
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l delete-offsets -d 'remove the offsets of --topic'
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l reset-offsets -d 'set the start offsets of a group without members'
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l all-groups -d 'every share group'
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l all-topics -d 'every topic of the group'
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l members -d 'describe the members'
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l offsets -d 'describe the offsets (what it does anyway)'
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l verbose -d 'more columns'
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l dry-run -d 'reset: only show'
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l execute -d 'reset: do it'
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l to-earliest -d 'reset to the first offset'
complete -c kt -n "__fish_kt_using_subcommand share-groups" -l to-latest -d 'reset to the end'
complete -c kt -n "__fish_kt_using_subcommand share-groups" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l group -d 'the streams group' -r
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l input-topic -d 'input topic for reset or delete-offsets' -r
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l delete-internal-topic -d 'also delete this internal topic (reset with --execute)' -r
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l state -d 'describe the state; list: show it, or only groups in these' -r
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l timeout -d 'how long to wait for the group to settle' -r
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l from-file -d 'reset from CSV' -r
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l to-offset -d 'reset to this offset' -r
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l shift-by -d 'reset by so many' -r
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l to-datetime -d 'reset to a moment' -r
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l by-duration -d 'reset to so long ago' -r
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l list -d 'print the streams groups'
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l describe -d 'show offsets, or members, or state'
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l delete -d 'remove streams groups'
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l delete-offsets -d 'remove the offsets of input topics'
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l reset-offsets -d 'set the offsets of input topics'
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l all-groups -d 'every streams group'
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l all-input-topics -d 'all source topics of the topology'
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l delete-all-internal-topics -d 'also delete the application\'s internal topics (reset with --execute, delete)'
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l members -d 'describe the members'
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l offsets -d 'describe the offsets (what it does anyway)'
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l verbose -d 'more columns'
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l dry-run -d 'reset: only show'
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l execute -d 'reset: do it'
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l export -d 'reset: print CSV'
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l to-earliest -d 'reset to the first offset'
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l to-latest -d 'reset to the end'
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -l to-current -d 'reset to where the group is'
complete -c kt -n "__fish_kt_using_subcommand streams-groups" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand streams-application-reset" -l application-id -d 'the application' -r
complete -c kt -n "__fish_kt_using_subcommand streams-application-reset" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand streams-application-reset" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand streams-application-reset" -l config-file -d 'old name of --command-config' -r
complete -c kt -n "__fish_kt_using_subcommand streams-application-reset" -l input-topics -d 'topics to read again' -r
complete -c kt -n "__fish_kt_using_subcommand streams-application-reset" -l intermediate-topics -d 'topics to skip to the end of' -r
complete -c kt -n "__fish_kt_using_subcommand streams-application-reset" -l internal-topics -d 'which internal topics to delete' -r
complete -c kt -n "__fish_kt_using_subcommand streams-application-reset" -l to-offset -d 'to this offset' -r
complete -c kt -n "__fish_kt_using_subcommand streams-application-reset" -l shift-by -d 'by so many' -r
complete -c kt -n "__fish_kt_using_subcommand streams-application-reset" -l to-datetime -d 'to a moment: YYYY-MM-DDThh:mm:ss.sss, zone optional' -r
complete -c kt -n "__fish_kt_using_subcommand streams-application-reset" -l by-duration -d 'to so long ago: PnDTnHnMnS' -r
complete -c kt -n "__fish_kt_using_subcommand streams-application-reset" -l from-file -d 'from CSV: topic,partition,offset' -r
complete -c kt -n "__fish_kt_using_subcommand streams-application-reset" -l dry-run -d 'only show'
complete -c kt -n "__fish_kt_using_subcommand streams-application-reset" -l force -d 'throw members out first'
complete -c kt -n "__fish_kt_using_subcommand streams-application-reset" -l to-earliest -d 'to the first offset (what it does anyway)'
complete -c kt -n "__fish_kt_using_subcommand streams-application-reset" -l to-latest -d 'to the end'
complete -c kt -n "__fish_kt_using_subcommand streams-application-reset" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand offsets" -l at -d '@-1h, @2026-11-21T10:00, @MS, or earliest, latest, max-timestamp, earliest-local, latest-tiered' -r
complete -c kt -n "__fish_kt_using_subcommand offsets" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand offsets" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand offsets" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand offsets" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand offsets" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand offsets" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand offsets" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand offsets" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand offsets" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand offsets" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand offsets" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand offsets" -l topic -d 'topics; not with --topic-partitions' -r
complete -c kt -n "__fish_kt_using_subcommand offsets" -l partitions -d 'only these partitions; not with --topic-partitions' -r
complete -c kt -n "__fish_kt_using_subcommand offsets" -l topic-partitions -d 'patterns of topics with numbers or ranges (upper end left out)' -r
complete -c kt -n "__fish_kt_using_subcommand offsets" -l time -d '-1 latest, -2 earliest, -3 max-timestamp, -4 earliest-local, -5 latest-tiered, -6 earliest-pending-upload, or a moment' -r
complete -c kt -n "__fish_kt_using_subcommand offsets" -s a -l all -d 'Also the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand offsets" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand offsets" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand offsets" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand offsets" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand offsets" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand offsets" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand offsets" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand offsets" -l exclude-internal-topics -d 'leave out the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand offsets" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand get-offsets" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand get-offsets" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand get-offsets" -l topic -d 'topics; not with --topic-partitions' -r
complete -c kt -n "__fish_kt_using_subcommand get-offsets" -l partitions -d 'only these partitions; not with --topic-partitions' -r
complete -c kt -n "__fish_kt_using_subcommand get-offsets" -l topic-partitions -d 'patterns of topics with numbers or ranges (upper end left out)' -r
complete -c kt -n "__fish_kt_using_subcommand get-offsets" -l time -d '-1 latest, -2 earliest, -3 max-timestamp, -4 earliest-local, -5 latest-tiered, -6 earliest-pending-upload, or a moment' -r
complete -c kt -n "__fish_kt_using_subcommand get-offsets" -l exclude-internal-topics -d 'leave out the topics Kafka keeps for itself'
complete -c kt -n "__fish_kt_using_subcommand get-offsets" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand delete-records" -l before -d 'Delete what is before: an offset, \'end\' for everything, -10 for all but the last ten, @-7d, @2026-11-21T10:00 or @MS; by partition 0=42,2=end' -r
complete -c kt -n "__fish_kt_using_subcommand delete-records" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand delete-records" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand delete-records" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand delete-records" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand delete-records" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand delete-records" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand delete-records" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand delete-records" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand delete-records" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand delete-records" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand delete-records" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand delete-records" -l offset-json-file -d 'which partitions to cut, and up to which offset (-1: all)' -r
complete -c kt -n "__fish_kt_using_subcommand delete-records" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand delete-records" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand delete-records" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand delete-records" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand delete-records" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand delete-records" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand delete-records" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand delete-records" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand delete-records" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand apply" -l prune -d 'Also delete the topics of this pattern that no file names' -r
complete -c kt -n "__fish_kt_using_subcommand apply" -l print -d 'Print the topics of this pattern as such a file, and do nothing' -r
complete -c kt -n "__fish_kt_using_subcommand apply" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand apply" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand apply" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand apply" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand apply" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand apply" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand apply" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand apply" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand apply" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand apply" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand apply" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand apply" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand apply" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand apply" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand apply" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand apply" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand apply" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand apply" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand apply" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand apply" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand diff" -l prune -d 'Also delete the topics of this pattern that no file names' -r
complete -c kt -n "__fish_kt_using_subcommand diff" -l print -r
complete -c kt -n "__fish_kt_using_subcommand diff" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand diff" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand diff" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand diff" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand diff" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand diff" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand diff" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand diff" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand diff" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand diff" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand diff" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand diff" -l exit-code -d 'Exit with 2 if something differs'
complete -c kt -n "__fish_kt_using_subcommand diff" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand diff" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand diff" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand diff" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand diff" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand diff" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand diff" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "list" -d 'Lists transactional ids and where they stand'
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "ls" -d 'Lists transactional ids and where they stand'
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "describe" -d 'Shows one transactional id: since when, how long it may, on which partitions'
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "producers" -d 'Shows the producers that the partitions of a topic remember'
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "hanging" -d 'Finds transactions that are open on a partition and that no coordinator will end'
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "abort" -d 'Ends a transaction: by its id, or on one partition where it hangs'
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "describe-producers" -d 'the producers that a partition remembers'
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "find-hanging" -d 'transactions that no coordinator will end'
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "forceTerminateTransaction" -d 'shut a producer out and abort what it has open'
complete -c kt -n "__fish_kt_using_subcommand txns; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "force-terminate" -d 'the same in the spelling of the other sub-commands'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -l state -d 'Only those in this state: Ongoing, PrepareCommit, PrepareAbort, CompleteCommit, CompleteAbort, Empty' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -l longer-than -d 'Only transactions that run for longer: 30s, 5m (brokers from 3.8 on)' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -l state -d 'Only those in this state: Ongoing, PrepareCommit, PrepareAbort, CompleteCommit, CompleteAbort, Empty' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -l longer-than -d 'Only transactions that run for longer: 30s, 5m (brokers from 3.8 on)' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -l broker -d 'Ask this replica, not the leader' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from producers" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -l broker -d 'Only in the partitions of this broker' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -l older-than -d 'What is younger may still be ended by its producer or coordinator' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from hanging" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -l start-offset -d 'The first offset of a hanging transaction (kt txns hanging shows it)' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from abort" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -l broker-id -d 'ask this replica, not the leader' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -l topic -d 'the topic' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -l partition -d 'the partition' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from describe-producers" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -l broker-id -d 'search the partitions of this broker' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -l max-transaction-timeout -d 'what is younger may still be ended' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -l topic -d 'search this topic' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -l partition -d 'search this partition of the topic' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from find-hanging" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -l transactionalId -d 'whose transaction to end' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from forceTerminateTransaction" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -l transactional-id -d 'whose transaction to end' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txns; and __fish_seen_subcommand_from force-terminate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "list" -d 'Lists transactional ids and where they stand'
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "ls" -d 'Lists transactional ids and where they stand'
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "describe" -d 'Shows one transactional id: since when, how long it may, on which partitions'
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "producers" -d 'Shows the producers that the partitions of a topic remember'
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "hanging" -d 'Finds transactions that are open on a partition and that no coordinator will end'
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "abort" -d 'Ends a transaction: by its id, or on one partition where it hangs'
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "describe-producers" -d 'the producers that a partition remembers'
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "find-hanging" -d 'transactions that no coordinator will end'
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "forceTerminateTransaction" -d 'shut a producer out and abort what it has open'
complete -c kt -n "__fish_kt_using_subcommand txn; and not __fish_seen_subcommand_from list ls describe producers hanging abort describe-producers find-hanging forceTerminateTransaction force-terminate" -f -a "force-terminate" -d 'the same in the spelling of the other sub-commands'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -l state -d 'Only those in this state: Ongoing, PrepareCommit, PrepareAbort, CompleteCommit, CompleteAbort, Empty' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -l longer-than -d 'Only transactions that run for longer: 30s, 5m (brokers from 3.8 on)' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -l state -d 'Only those in this state: Ongoing, PrepareCommit, PrepareAbort, CompleteCommit, CompleteAbort, Empty' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -l longer-than -d 'Only transactions that run for longer: 30s, 5m (brokers from 3.8 on)' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -l broker -d 'Ask this replica, not the leader' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from producers" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -l broker -d 'Only in the partitions of this broker' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -l older-than -d 'What is younger may still be ended by its producer or coordinator' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from hanging" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -l start-offset -d 'The first offset of a hanging transaction (kt txns hanging shows it)' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from abort" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -l broker-id -d 'ask this replica, not the leader' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -l topic -d 'the topic' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -l partition -d 'the partition' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from describe-producers" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -l broker-id -d 'search the partitions of this broker' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -l max-transaction-timeout -d 'what is younger may still be ended' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -l topic -d 'search this topic' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -l partition -d 'search this partition of the topic' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from find-hanging" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -l transactionalId -d 'whose transaction to end' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from forceTerminateTransaction" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -l transactional-id -d 'whose transaction to end' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand txn; and __fish_seen_subcommand_from force-terminate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand transactions; and not __fish_seen_subcommand_from list describe describe-producers abort find-hanging forceTerminateTransaction force-terminate" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and not __fish_seen_subcommand_from list describe describe-producers abort find-hanging forceTerminateTransaction force-terminate" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and not __fish_seen_subcommand_from list describe describe-producers abort find-hanging forceTerminateTransaction force-terminate" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand transactions; and not __fish_seen_subcommand_from list describe describe-producers abort find-hanging forceTerminateTransaction force-terminate" -f -a "list" -d 'transactional ids and their states'
complete -c kt -n "__fish_kt_using_subcommand transactions; and not __fish_seen_subcommand_from list describe describe-producers abort find-hanging forceTerminateTransaction force-terminate" -f -a "describe" -d 'the state of one transactional id'
complete -c kt -n "__fish_kt_using_subcommand transactions; and not __fish_seen_subcommand_from list describe describe-producers abort find-hanging forceTerminateTransaction force-terminate" -f -a "describe-producers" -d 'the producers that a partition remembers'
complete -c kt -n "__fish_kt_using_subcommand transactions; and not __fish_seen_subcommand_from list describe describe-producers abort find-hanging forceTerminateTransaction force-terminate" -f -a "abort" -d 'end a hanging transaction on a partition'
complete -c kt -n "__fish_kt_using_subcommand transactions; and not __fish_seen_subcommand_from list describe describe-producers abort find-hanging forceTerminateTransaction force-terminate" -f -a "find-hanging" -d 'transactions that no coordinator will end'
complete -c kt -n "__fish_kt_using_subcommand transactions; and not __fish_seen_subcommand_from list describe describe-producers abort find-hanging forceTerminateTransaction force-terminate" -f -a "forceTerminateTransaction" -d 'shut a producer out and abort what it has open'
complete -c kt -n "__fish_kt_using_subcommand transactions; and not __fish_seen_subcommand_from list describe describe-producers abort find-hanging forceTerminateTransaction force-terminate" -f -a "force-terminate" -d 'the same in the spelling of the other sub-commands'
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from list" -l duration-filter -d 'only transactions that run for longer' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from list" -l transactional-id-pattern -d 'only ids that fit' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from describe" -l transactional-id -d 'whose state to show' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from describe-producers" -l broker-id -d 'ask this replica, not the leader' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from describe-producers" -l topic -d 'the topic' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from describe-producers" -l partition -d 'the partition' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from describe-producers" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from abort" -l topic -d 'the topic' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from abort" -l partition -d 'the partition' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from abort" -l start-offset -d 'the transaction\'s first offset' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from abort" -l producer-id -d 'its producer, for brokers before 3.0' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from abort" -l producer-epoch -d 'the producer\'s epoch, for brokers before 3.0' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from abort" -l coordinator-epoch -d 'the coordinator\'s epoch, for brokers before 3.0' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from abort" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from find-hanging" -l broker-id -d 'search the partitions of this broker' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from find-hanging" -l max-transaction-timeout -d 'what is younger may still be ended' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from find-hanging" -l topic -d 'search this topic' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from find-hanging" -l partition -d 'search this partition of the topic' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from find-hanging" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from forceTerminateTransaction" -l transactionalId -d 'whose transaction to end' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from forceTerminateTransaction" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from force-terminate" -l transactional-id -d 'whose transaction to end' -r
complete -c kt -n "__fish_kt_using_subcommand transactions; and __fish_seen_subcommand_from force-terminate" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -l broker -d 'Only this broker; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -l by -d 'A line for each of these [default: folder; with a TOPIC: partition]' -r -f -a "broker\t''
folder\t''
topic\t''
partition\t''"
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -l sort -d 'By name, or the largest first' -r -f -a "name\t''
size\t''"
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -l topic-list -d 'only these topics' -r
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -s p -l partitions -d 'Every partition in a line of its own'
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -l describe -d 'print sizes as JSON'
complete -c kt -n "__fish_kt_using_subcommand log-dirs" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand api-versions" -l broker -d 'Only this broker; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand api-versions" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand api-versions" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand api-versions" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand api-versions" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand api-versions" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand api-versions" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand api-versions" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand api-versions" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand api-versions" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand api-versions" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand api-versions" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand api-versions" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand api-versions" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand api-versions" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand api-versions" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand api-versions" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand api-versions" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand api-versions" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand api-versions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand broker-api-versions" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand broker-api-versions" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand broker-api-versions" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand wait" -l group -d 'this group has read its topics to the end; several times if wanted' -r
complete -c kt -n "__fish_kt_using_subcommand wait" -l lag -d 'so many records may be left in each group [default: 0]' -r
complete -c kt -n "__fish_kt_using_subcommand wait" -l brokers -d 'at least so many brokers' -r
complete -c kt -n "__fish_kt_using_subcommand wait" -l topic -d 'this topic, each of its partitions with a leader; several times if wanted' -r
complete -c kt -n "__fish_kt_using_subcommand wait" -l partitions -d 'at least so many partitions in each topic' -r
complete -c kt -n "__fish_kt_using_subcommand wait" -l records -d 'at least so many records in each topic' -r
complete -c kt -n "__fish_kt_using_subcommand wait" -l timeout -d 'give up after this time, with exit code 7' -r
complete -c kt -n "__fish_kt_using_subcommand wait" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand wait" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand wait" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand wait" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand wait" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand wait" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand wait" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand wait" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand wait" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand wait" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand wait" -l healthy -d 'no broker is missing, and each partition is led and in sync, as kt cluster health says'
complete -c kt -n "__fish_kt_using_subcommand wait" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand wait" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand wait" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand wait" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand wait" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand wait" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand wait" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand doctor" -l write -d 'Write a record and read it back: to TOPIC, where it stays, or to one that is made for it and deleted' -r
complete -c kt -n "__fish_kt_using_subcommand doctor" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand doctor" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand doctor" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand doctor" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand doctor" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand doctor" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand doctor" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand doctor" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand doctor" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand doctor" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand doctor" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand doctor" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand doctor" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand doctor" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand doctor" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand doctor" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand doctor" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand doctor" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -f -a "produce" -d 'Writes records as fast as they go, or at a pace; times each from the hand-over to its acknowledgement'
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -f -a "consume" -d 'Reads records as fast as they go; writes them first, unless a topic is named that holds enough'
complete -c kt -n "__fish_kt_using_subcommand bench; and not __fish_seen_subcommand_from produce consume latency" -f -a "latency" -d 'Sends one record after the other, and waits until a consumer has it'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -s n -l records -d 'How many records [default: 1000000; for latency 1000]' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -s s -l size -d 'The size of a value in bytes' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -s r -l runs -d 'How often it is measured' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -l against -d 'A second broker, measured in turn with the first' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -l rate -d 'At most so many records a second' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -s p -l partitions -d 'Partitions of the topic that is made' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -l acks -d 'Who has to have a record' -r -f -a "0\t''
1\t''
all\t''
-1\t''"
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -s z -l compression -d 'Compress the batches' -r -f -a "none\t''
gzip\t''
snappy\t''
lz4\t''
zstd\t''"
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -l linger -d 'How long a batch waits for company, in ms' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -l batch-size -d 'How many bytes a batch may hold' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from produce" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -s n -l records -d 'How many records [default: 1000000; for latency 1000]' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -s s -l size -d 'The size of a value in bytes' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -s r -l runs -d 'How often it is measured' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -l against -d 'A second broker, measured in turn with the first' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -l rate -d 'At most so many records a second' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -s p -l partitions -d 'Partitions of the topic that is made' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -l acks -d 'Who has to have a record' -r -f -a "0\t''
1\t''
all\t''
-1\t''"
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -s z -l compression -d 'Compress the batches' -r -f -a "none\t''
gzip\t''
snappy\t''
lz4\t''
zstd\t''"
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -l linger -d 'How long a batch waits for company, in ms' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -l batch-size -d 'How many bytes a batch may hold' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from consume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -s n -l records -d 'How many records [default: 1000000; for latency 1000]' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -s s -l size -d 'The size of a value in bytes' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -s r -l runs -d 'How often it is measured' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -l against -d 'A second broker, measured in turn with the first' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -l rate -d 'At most so many records a second' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -s p -l partitions -d 'Partitions of the topic that is made' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -l acks -d 'Who has to have a record' -r -f -a "0\t''
1\t''
all\t''
-1\t''"
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -s z -l compression -d 'Compress the batches' -r -f -a "none\t''
gzip\t''
snappy\t''
lz4\t''
zstd\t''"
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -l linger -d 'How long a batch waits for company, in ms' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -l batch-size -d 'How many bytes a batch may hold' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand bench; and __fish_seen_subcommand_from latency" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand producer-perf-test" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand producer-perf-test" -l topic -d 'where the records go' -r
complete -c kt -n "__fish_kt_using_subcommand producer-perf-test" -l num-records -d 'how many' -r
complete -c kt -n "__fish_kt_using_subcommand producer-perf-test" -l record-size -d 'values of so many letters by chance' -r
complete -c kt -n "__fish_kt_using_subcommand producer-perf-test" -l payload-file -d 'values from this file, chosen by chance' -r
complete -c kt -n "__fish_kt_using_subcommand producer-perf-test" -l payload-delimiter -d 'what parts the values in --payload-file' -r
complete -c kt -n "__fish_kt_using_subcommand producer-perf-test" -l throughput -d 'at most so many a second; -1 is no limit' -r
complete -c kt -n "__fish_kt_using_subcommand producer-perf-test" -l producer-props -d 'old name of --command-property' -r
complete -c kt -n "__fish_kt_using_subcommand producer-perf-test" -l command-property -d 'producer settings; they win over the file' -r
complete -c kt -n "__fish_kt_using_subcommand producer-perf-test" -l producer.config -d 'old name of --command-config' -r
complete -c kt -n "__fish_kt_using_subcommand producer-perf-test" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand producer-perf-test" -l transactional-id -d 'send in transactions of this id' -r
complete -c kt -n "__fish_kt_using_subcommand producer-perf-test" -l transaction-duration-ms -d 'how long each transaction lasts' -r
complete -c kt -n "__fish_kt_using_subcommand producer-perf-test" -l warmup-records -d 'the first so many are left out of a second summary' -r
complete -c kt -n "__fish_kt_using_subcommand producer-perf-test" -l reporting-interval -d 'the time between two reports' -r
complete -c kt -n "__fish_kt_using_subcommand producer-perf-test" -l payload-monotonic -d 'values are 0, 1, 2, …'
complete -c kt -n "__fish_kt_using_subcommand producer-perf-test" -l print-metrics -d 'all counters at the end'
complete -c kt -n "__fish_kt_using_subcommand producer-perf-test" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -l topic -d 'the topic to read' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -l include -d 'the topics to read, by pattern' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -l num-records -d 'how many to read' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -l messages -d 'old name of --num-records' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -l group -d 'read in this consumer group' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -l fetch-size -d 'how much of a partition is asked for at once' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -l command-property -d 'one consumer setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -l socket-buffer-size -d 'taken and not needed: the system chooses' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -l consumer.config -d 'old name of --command-config' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -l timeout -d 'give up when nothing came for so long' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -l reporting-interval -d 'the time between two lines' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -l date-format -d 'how times are written, as Java\'s SimpleDateFormat' -r
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -l from-latest -d 'start at the end, not at the first record'
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -l print-metrics -d 'all counters at the end'
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -l show-detailed-stats -d 'a line each interval'
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -l hide-header -d 'no header line'
complete -c kt -n "__fish_kt_using_subcommand consumer-perf-test" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand e2e-latency" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand e2e-latency" -l topic -d 'the topic to write to and read from' -r
complete -c kt -n "__fish_kt_using_subcommand e2e-latency" -l num-records -d 'how many records' -r
complete -c kt -n "__fish_kt_using_subcommand e2e-latency" -l producer-acks -d '1 or all: who has to have a record' -r
complete -c kt -n "__fish_kt_using_subcommand e2e-latency" -l record-size -d 'the size of a value' -r
complete -c kt -n "__fish_kt_using_subcommand e2e-latency" -l record-key-size -d 'the size of a key' -r
complete -c kt -n "__fish_kt_using_subcommand e2e-latency" -l num-headers -d 'how many headers a record has' -r
complete -c kt -n "__fish_kt_using_subcommand e2e-latency" -l record-header-key-size -d 'the size of a header\'s name' -r
complete -c kt -n "__fish_kt_using_subcommand e2e-latency" -l record-header-size -d 'the size of a header\'s value; -1 is null' -r
complete -c kt -n "__fish_kt_using_subcommand e2e-latency" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand e2e-latency" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand verifiable-producer" -l topic -d 'where the records go' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-producer" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-producer" -l max-messages -d 'how many; -1 goes on until it is stopped' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-producer" -l throughput -d 'at most so many a second; negative is no limit' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-producer" -l acks -d 'who has to have a record: 0, 1 or -1 (all)' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-producer" -l producer.config -d 'old name of --command-config' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-producer" -l message-create-time -d 'the first record\'s time; the clock runs on from there' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-producer" -l value-prefix -d 'put N and a dot before each value' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-producer" -l repeating-keys -d 'keys from 0 to N-1 in turn' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-producer" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-producer" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand verifiable-consumer" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-consumer" -l topic -d 'the topic to read' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-consumer" -l group-protocol -d 'classic or consumer' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-consumer" -l group-remote-assignor -d 'the broker\'s assignor, with the consumer protocol' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-consumer" -l group-id -d 'the consumer group' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-consumer" -l group-instance-id -d 'the name of a static member' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-consumer" -l max-messages -d 'how many; -1 goes on until it is stopped' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-consumer" -l session-timeout -d 'how long the member may be silent, with the classic protocol' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-consumer" -l reset-policy -d 'where to start without an offset: earliest, latest or none' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-consumer" -l assignment-strategy -d 'the members\' assignor, with the classic protocol' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-consumer" -l consumer.config -d 'old name of --command-config' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-consumer" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-consumer" -l verbose -d 'tell each record'
complete -c kt -n "__fish_kt_using_subcommand verifiable-consumer" -l enable-autocommit -d 'offsets are committed by themselves'
complete -c kt -n "__fish_kt_using_subcommand verifiable-consumer" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l topic -d 'the topic to read' -r
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l group -d 'the share group' -r
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l command-property -d 'one consumer setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l consumer-config -d 'old name of --command-config' -r
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l consumer-property -d 'old name of --command-property' -r
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l formatter -d 'how a record is printed' -r
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l formatter-config -d 'settings of the formatter, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l formatter-property -d 'as for console-consumer, and print.delivery: how often it was delivered' -r
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l property -d 'old name of --formatter-property' -r
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l key-deserializer -d 'how keys become text' -r
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l value-deserializer -d 'how values become text' -r
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l max-messages -d 'end after that many' -r
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l timeout-ms -d 'end when nothing came for so long' -r
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l enable-systest-events -d 'print shutdown_complete at the end'
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l reject -d 'acknowledge each record as rejected'
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l release -d 'give each record back to the group'
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -l reject-message-on-error -d 'reject a record that cannot be shown, and go on'
complete -c kt -n "__fish_kt_using_subcommand console-share-consumer" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -l topic -d 'the topic to read' -r
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -l num-records -d 'how many to read' -r
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -l messages -d 'old name of --num-records' -r
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -l command-property -d 'one consumer setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -l consumer.config -d 'old name of --command-config' -r
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -l group -d 'the share group' -r
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -l fetch-size -d 'how much is asked for at once' -r
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -l socket-buffer-size -d 'taken and not needed: the system chooses' -r
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -l timeout -d 'give up when nothing came for so long' -r
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -l threads -d 'how many consumers' -r
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -l date-format -d 'how times are written, as Java\'s SimpleDateFormat' -r
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -l reporting-interval -d 'the time between two lines' -r
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -l hide-header -d 'no header line'
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -l print-metrics -d 'all counters at the end'
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -l show-detailed-stats -d 'a line each interval'
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -l show-consumer-stats -d 'a line each consumer'
complete -c kt -n "__fish_kt_using_subcommand share-consumer-perf-test" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand verifiable-share-consumer" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-share-consumer" -l topic -d 'the topic to read' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-share-consumer" -l group-id -d 'the share group' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-share-consumer" -l max-messages -d 'how many; -1 goes on until it is stopped' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-share-consumer" -l acknowledgement-mode -d 'auto, sync or async' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-share-consumer" -l offset-reset-strategy -d 'where the group is told to begin: earliest or latest' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-share-consumer" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand verifiable-share-consumer" -l verbose -d 'tell each record'
complete -c kt -n "__fish_kt_using_subcommand verifiable-share-consumer" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -f -a "info" -d 'its brokers and where they are'
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -f -a "id" -d 'its id'
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -f -a "health" -d 'what is wrong with it; exit code 1 if anything is'
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -f -a "unregister" -d 'take a broker that is gone for good off the books'
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -f -a "cluster-id" -d 'the id of the cluster'
complete -c kt -n "__fish_kt_using_subcommand cluster; and not __fish_seen_subcommand_from info id health unregister cluster-id list-endpoints" -f -a "list-endpoints" -d 'where the brokers are'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -l fenced -d 'Brokers that are fenced too'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from info" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from id" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from health" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from unregister" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -l bootstrap-controller -d 'controllers to ask, in place of brokers' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -l command-config -d 'client settings' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -l config -d 'client settings' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from cluster-id" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -l bootstrap-controller -d 'controllers to ask, in place of brokers' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -l command-config -d 'client settings' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -l config -d 'client settings' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -l include-fenced-brokers -d 'brokers that are fenced too'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand cluster; and __fish_seen_subcommand_from list-endpoints" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -f -a "list" -d 'list the brokers and what each one carries'
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -f -a "ls" -d 'list the brokers and what each one carries'
complete -c kt -n "__fish_kt_using_subcommand brokers; and not __fish_seen_subcommand_from list ls describe" -f -a "describe" -d 'show a broker\'s log folders'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand brokers; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -f -a "list" -d 'list the brokers and what each one carries'
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -f -a "ls" -d 'list the brokers and what each one carries'
complete -c kt -n "__fish_kt_using_subcommand nodes; and not __fish_seen_subcommand_from list ls describe" -f -a "describe" -d 'show a broker\'s log folders'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand nodes; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l bootstrap-controller -d 'controllers to ask, in place of brokers' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l add-config -d 'settings to set' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l add-config-file -d 'settings to set, from a properties file; not with --add-config' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l delete-config -d 'settings to take away' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l entity-type -d 'topics, clients, users, brokers, broker-loggers, ips, client-metrics or groups' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l entity-name -d 'name of the entity' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l topic -d 'short for --entity-type topics --entity-name NAME' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l client -d 'short for a client' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l broker -d 'short for a broker' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l broker-logger -d 'short for a broker\'s log levels' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l ip -d 'short for an ip' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l client-metrics -d 'short for a client metrics subscription' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l group -d 'short for a group' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l alter -d 'change settings'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l describe -d 'show settings'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l all -d 'describe all settings with their sources, not just those of the entity'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l entity-default -d 'the defaults of clients, users, brokers or ips'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l client-defaults -d 'short for the default client'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l user-defaults -d 'short for the default user'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l broker-defaults -d 'short for all brokers\' defaults'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -l ip-defaults -d 'short for the default ip'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -f -a "get" -d 'show what is set'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -f -a "set" -d 'change settings'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -f -a "unset" -d 'take settings away, so that the defaults hold again'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -f -a "edit" -d 'change what is set in $VISUAL or $EDITOR'
complete -c kt -n "__fish_kt_using_subcommand configs; and not __fish_seen_subcommand_from get set unset edit diff" -f -a "diff" -d 'show in what two things differ; CONTEXT:OF is one of another cluster'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -l all -d 'Every setting that holds, with its source'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -l force -d 'Also a broker\'s key that nobody knows, such as a plugin\'s own'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from unset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -l exit-code -d 'Exit with 2 if they differ'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand configs; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l bootstrap-controller -d 'controllers to ask, in place of brokers' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l add-config -d 'settings to set' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l add-config-file -d 'settings to set, from a properties file; not with --add-config' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l delete-config -d 'settings to take away' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l entity-type -d 'topics, clients, users, brokers, broker-loggers, ips, client-metrics or groups' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l entity-name -d 'name of the entity' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l topic -d 'short for --entity-type topics --entity-name NAME' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l client -d 'short for a client' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l broker -d 'short for a broker' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l broker-logger -d 'short for a broker\'s log levels' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l ip -d 'short for an ip' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l client-metrics -d 'short for a client metrics subscription' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l group -d 'short for a group' -r
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l alter -d 'change settings'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l describe -d 'show settings'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l all -d 'describe all settings with their sources, not just those of the entity'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l entity-default -d 'the defaults of clients, users, brokers or ips'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l client-defaults -d 'short for the default client'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l user-defaults -d 'short for the default user'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l broker-defaults -d 'short for all brokers\' defaults'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -l ip-defaults -d 'short for the default ip'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -f -a "get" -d 'show what is set'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -f -a "set" -d 'change settings'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -f -a "unset" -d 'take settings away, so that the defaults hold again'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -f -a "edit" -d 'change what is set in $VISUAL or $EDITOR'
complete -c kt -n "__fish_kt_using_subcommand config; and not __fish_seen_subcommand_from get set unset edit diff" -f -a "diff" -d 'show in what two things differ; CONTEXT:OF is one of another cluster'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -l all -d 'Every setting that holds, with its source'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -l force -d 'Also a broker\'s key that nobody knows, such as a plugin\'s own'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from unset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -l exit-code -d 'Exit with 2 if they differ'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand config; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand elect" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand elect" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand elect" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand elect" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand elect" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand elect" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand elect" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand elect" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand elect" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand elect" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand elect" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand elect" -l admin.config -d 'client settings' -r
complete -c kt -n "__fish_kt_using_subcommand elect" -l election-type -d 'kind of election, in any case' -r
complete -c kt -n "__fish_kt_using_subcommand elect" -l topic -d 'one topic, with --partition' -r
complete -c kt -n "__fish_kt_using_subcommand elect" -l partition -d 'one partition, with --topic' -r
complete -c kt -n "__fish_kt_using_subcommand elect" -l path-to-json-file -d 'partitions from a file' -r
complete -c kt -n "__fish_kt_using_subcommand elect" -l unclean -d 'Where nobody in sync is left let any replica lead; records may be lost'
complete -c kt -n "__fish_kt_using_subcommand elect" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand elect" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand elect" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand elect" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand elect" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand elect" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand elect" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand elect" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand elect" -l all-topic-partitions -d 'all partitions that need it'
complete -c kt -n "__fish_kt_using_subcommand elect" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand leader-election" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand leader-election" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand leader-election" -l admin.config -d 'client settings' -r
complete -c kt -n "__fish_kt_using_subcommand leader-election" -l election-type -d 'kind of election, in any case' -r
complete -c kt -n "__fish_kt_using_subcommand leader-election" -l topic -d 'one topic, with --partition' -r
complete -c kt -n "__fish_kt_using_subcommand leader-election" -l partition -d 'one partition, with --topic' -r
complete -c kt -n "__fish_kt_using_subcommand leader-election" -l path-to-json-file -d 'partitions from a file' -r
complete -c kt -n "__fish_kt_using_subcommand leader-election" -l all-topic-partitions -d 'all partitions that need it'
complete -c kt -n "__fish_kt_using_subcommand leader-election" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l bootstrap-controller -d 'controllers to ask, in place of brokers' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l reassignment-json-file -d 'the plan' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l topics-to-move-json-file -d 'generate: which topics' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l throttle -d 'speed limit between brokers' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l replica-alter-log-dirs-throttle -d 'speed limit between folders of one broker' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l generate -d 'propose a plan'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l execute -d 'start a plan'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l verify -d 'see how far a plan is; lifts throttles when it is done'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l cancel -d 'stop a plan under way'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l list -d 'show what is under way'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l disable-rack-aware -d 'generate: mind no racks'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l additional -d 'even if another plan is under way'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l preserve-throttles -d 'leave throttles as they are'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -l disallow-replication-factor-change -d 'refuse a plan that changes the number of replicas'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -f -a "status" -d 'what is under way, and how much of it is copied'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -f -a "plan" -d 'a plan that spreads topics over brokers, on stdout'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -f -a "move" -d 'give partitions other replicas'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -f -a "apply" -d 'start a plan'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -f -a "verify" -d 'how far a plan is; lifts throttles when it is done'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -f -a "cancel" -d 'take a plan under way back, or all that is under way'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -f -a "throttle" -d 'how fast replicas may be copied from now on, or off'
complete -c kt -n "__fish_kt_using_subcommand reassign; and not __fish_seen_subcommand_from status plan move apply verify cancel throttle drain" -f -a "drain" -d 'move all replicas away from a broker'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -l interval -d 'How often to look' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -l count -d 'End after so many looks' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -s w -l watch -d 'Look again and again until all is done; in a pipe a line of JSON a look'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -l to -d 'The brokers [default: all]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -l replication-factor -d 'So many replicas of each partition [default: as now]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -l ignore-racks -d 'Mind no racks'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from plan" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -l throttle -d 'Not faster than this each second and broker, such as 10MiB' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -l no-undo -d 'Write no file by which it can be taken back'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from move" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -l throttle -d 'Not faster than this each second and broker, such as 10MiB' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -l no-undo -d 'Write no file by which it can be taken back'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from apply" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -l all -d 'Whatever is under way'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from throttle" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -l throttle -d 'Not faster than this each second and broker, such as 10MiB' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -l plan -d 'Only print the plan, for kt reassign apply'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -l no-undo -d 'Write no file by which it can be taken back'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand reassign; and __fish_seen_subcommand_from drain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -l bootstrap-controller -d 'controllers to ask, in place of brokers' -r
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -l reassignment-json-file -d 'the plan' -r
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -l topics-to-move-json-file -d 'generate: which topics' -r
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -l broker-list -d 'generate: to which brokers' -r
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -l throttle -d 'speed limit between brokers' -r
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -l replica-alter-log-dirs-throttle -d 'speed limit between folders of one broker' -r
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -l timeout -d 'how long a move between folders may take to begin' -r
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -l generate -d 'propose a plan'
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -l execute -d 'start a plan'
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -l verify -d 'see how far a plan is; lifts throttles when it is done'
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -l cancel -d 'stop a plan under way'
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -l list -d 'show what is under way'
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -l disable-rack-aware -d 'generate: mind no racks'
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -l additional -d 'even if another plan is under way'
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -l preserve-throttles -d 'leave throttles as they are'
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -l disallow-replication-factor-change -d 'refuse a plan that changes the number of replicas'
complete -c kt -n "__fish_kt_using_subcommand reassign-partitions" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -l bootstrap-controller -d 'controllers to ask, in place of brokers' -r
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -f -a "list" -d 'the levels of the cluster'
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -f -a "set" -d 'raise or lower levels'
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -f -a "describe" -d 'the levels there are, and those that hold'
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -f -a "upgrade" -d 'raise levels'
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -f -a "downgrade" -d 'lower levels'
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -f -a "disable" -d 'set features to level 0'
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -f -a "version-mapping" -d 'the levels of all features in a release'
complete -c kt -n "__fish_kt_using_subcommand features; and not __fish_seen_subcommand_from list set describe upgrade downgrade disable version-mapping feature-dependencies" -f -a "feature-dependencies" -d 'what the level of a feature needs'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -l unsafe -d 'Also where metadata would be lost'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -l node-id -d 'which node to ask' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -l metadata -d 'metadata.version alone' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -l release-version -d 'everything to the levels of a release' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -l feature -d 'one feature and its level' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -l dry-run -d 'only check'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from upgrade" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -l metadata -d 'metadata.version alone' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -l release-version -d 'everything to the levels of a release' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -l feature -d 'one feature and its level' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -l unsafe -d 'even where metadata would be lost'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -l dry-run -d 'only check'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from downgrade" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -l feature -d 'the feature' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -l unsafe -d 'even where metadata would be lost'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -l dry-run -d 'only check'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from disable" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -l release-version -d 'the release' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from version-mapping" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -l feature -d 'the feature and its level' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand features; and __fish_seen_subcommand_from feature-dependencies" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -l bootstrap-controller -d 'controllers to ask, in place of brokers' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -f -a "status" -d 'leader, voters and observers'
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -f -a "replication" -d 'each replica and how far it has come'
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -f -a "describe" -d 'who votes and who follows'
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -f -a "add-controller" -d 'add a controller to the quorum'
complete -c kt -n "__fish_kt_using_subcommand quorum; and not __fish_seen_subcommand_from status replication describe add-controller remove-controller" -f -a "remove-controller" -d 'remove a controller from the quorum'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from replication" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -l status -d 'a short summary'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -l replication -d 'a table of the replicas'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -l human-readable -d '--replication with durations'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -l dry-run -d 'only say what would be done'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from add-controller" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -l controller-id -d 'which one' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -l controller-directory-id -d 'its directory' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -l dry-run -d 'only say what would be done'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand quorum; and __fish_seen_subcommand_from remove-controller" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand metadata-quorum; and not __fish_seen_subcommand_from describe add-controller remove-controller" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand metadata-quorum; and not __fish_seen_subcommand_from describe add-controller remove-controller" -l bootstrap-controller -d 'controllers to ask, in place of brokers' -r
complete -c kt -n "__fish_kt_using_subcommand metadata-quorum; and not __fish_seen_subcommand_from describe add-controller remove-controller" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand metadata-quorum; and not __fish_seen_subcommand_from describe add-controller remove-controller" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand metadata-quorum; and not __fish_seen_subcommand_from describe add-controller remove-controller" -f -a "describe" -d 'who votes and who follows'
complete -c kt -n "__fish_kt_using_subcommand metadata-quorum; and not __fish_seen_subcommand_from describe add-controller remove-controller" -f -a "add-controller" -d 'add a controller to the quorum'
complete -c kt -n "__fish_kt_using_subcommand metadata-quorum; and not __fish_seen_subcommand_from describe add-controller remove-controller" -f -a "remove-controller" -d 'remove a controller from the quorum'
complete -c kt -n "__fish_kt_using_subcommand metadata-quorum; and __fish_seen_subcommand_from describe" -l status -d 'a short summary'
complete -c kt -n "__fish_kt_using_subcommand metadata-quorum; and __fish_seen_subcommand_from describe" -l replication -d 'a table of the replicas'
complete -c kt -n "__fish_kt_using_subcommand metadata-quorum; and __fish_seen_subcommand_from describe" -l human-readable -d '--replication with durations'
complete -c kt -n "__fish_kt_using_subcommand metadata-quorum; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand metadata-quorum; and __fish_seen_subcommand_from add-controller" -l dry-run -d 'only say what would be done'
complete -c kt -n "__fish_kt_using_subcommand metadata-quorum; and __fish_seen_subcommand_from add-controller" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand metadata-quorum; and __fish_seen_subcommand_from remove-controller" -l controller-id -d 'which one' -r
complete -c kt -n "__fish_kt_using_subcommand metadata-quorum; and __fish_seen_subcommand_from remove-controller" -l controller-directory-id -d 'its directory' -r
complete -c kt -n "__fish_kt_using_subcommand metadata-quorum; and __fish_seen_subcommand_from remove-controller" -l dry-run -d 'only say what would be done'
complete -c kt -n "__fish_kt_using_subcommand metadata-quorum; and __fish_seen_subcommand_from remove-controller" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l name -d 'which one' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l metrics -d 'which metrics' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l interval -d 'how often; empty takes it away' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l match -d 'which clients' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l list -d 'print the subscriptions'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l describe -d 'show one, or all'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l alter -d 'make or change one'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l delete -d 'remove one'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -l generate-name -d 'make up a UUID as the name'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -f -a "list" -d 'the subscriptions'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -f -a "describe" -d 'what they ask for'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -f -a "set" -d 'make or change a subscription'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and not __fish_seen_subcommand_from list describe set delete" -f -a "delete" -d 'remove a subscription'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -l metrics -d 'Which metrics; an empty beginning is all' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -l interval -d 'How often' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -l match -d 'Which clients: client_id, client_software_name …' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand client-metrics; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l bootstrap-controller -d 'controllers to ask, in place of brokers' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l topic -d 'rules of a topic' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l group -d 'rules of a group' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l transactional-id -d 'rules of a transactional id' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l delegation-token -d 'rules of a delegation token' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l user-principal -d 'rules on a user as the thing acted upon' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l resource-pattern-type -d 'ANY, MATCH, LITERAL or PREFIXED; the first two only for list and remove' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l operation -d 'what is allowed or denied' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l allow-principal -d 'who is allowed' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l deny-principal -d 'who is denied' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l allow-host -d 'from where the allowed may come' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l deny-host -d 'from where the denied come' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l principal -d 'list only rules for these' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l add -d 'add rules'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l remove -d 'remove rules; asks first unless --force'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l list -d 'show rules'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l cluster -d 'rules of the cluster'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l producer -d 'the rules a producer needs: Write, Describe, Create on the topic'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l consumer -d 'the rules a consumer needs: Read, Describe on the topic, Read on the group'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l idempotent -d 'with --producer: IdempotentWrite on the cluster'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l force -d 'do not ask before removing'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -f -a "list" -d 'the rules there are'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -f -a "ls" -d 'the rules there are'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -f -a "allow" -d 'let somebody do something'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -f -a "deny" -d 'keep somebody from something, whatever allows it'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -f -a "delete" -d 'remove rules, after a look at them and a question'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -f -a "rm" -d 'remove rules, after a look at them and a question'
complete -c kt -n "__fish_kt_using_subcommand acls; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -f -a "check" -d 'whether somebody may do something, and by which rule'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -l principal -d 'Only rules for these' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -l operation -d 'Only rules about these operations' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -l host -d 'Only rules for this address' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -l allow -d 'Only rules that allow'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -l deny -d 'Only rules that deny'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -l principal -d 'Only rules for these' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -l operation -d 'Only rules about these operations' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -l host -d 'Only rules for this address' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -l allow -d 'Only rules that allow'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -l deny -d 'Only rules that deny'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -l host -d 'Only from this address' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from allow" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -l host -d 'Only from this address' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from deny" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -l principal -d 'Only rules for these' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -l operation -d 'Only rules about these operations' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -l host -d 'Only rules for this address' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -l allow -d 'Only rules that allow'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -l deny -d 'Only rules that deny'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -l principal -d 'Only rules for these' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -l operation -d 'Only rules about these operations' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -l host -d 'Only rules for this address' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -l allow -d 'Only rules that allow'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -l deny -d 'Only rules that deny'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -l host -d 'Only from this address' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand acls; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l bootstrap-controller -d 'controllers to ask, in place of brokers' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l topic -d 'rules of a topic' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l group -d 'rules of a group' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l transactional-id -d 'rules of a transactional id' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l delegation-token -d 'rules of a delegation token' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l user-principal -d 'rules on a user as the thing acted upon' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l resource-pattern-type -d 'ANY, MATCH, LITERAL or PREFIXED; the first two only for list and remove' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l operation -d 'what is allowed or denied' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l allow-principal -d 'who is allowed' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l deny-principal -d 'who is denied' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l allow-host -d 'from where the allowed may come' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l deny-host -d 'from where the denied come' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l principal -d 'list only rules for these' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l add -d 'add rules'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l remove -d 'remove rules; asks first unless --force'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l list -d 'show rules'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l cluster -d 'rules of the cluster'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l producer -d 'the rules a producer needs: Write, Describe, Create on the topic'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l consumer -d 'the rules a consumer needs: Read, Describe on the topic, Read on the group'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l idempotent -d 'with --producer: IdempotentWrite on the cluster'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -l force -d 'do not ask before removing'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -f -a "list" -d 'the rules there are'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -f -a "ls" -d 'the rules there are'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -f -a "allow" -d 'let somebody do something'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -f -a "deny" -d 'keep somebody from something, whatever allows it'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -f -a "delete" -d 'remove rules, after a look at them and a question'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -f -a "rm" -d 'remove rules, after a look at them and a question'
complete -c kt -n "__fish_kt_using_subcommand acl; and not __fish_seen_subcommand_from list ls allow deny delete rm check" -f -a "check" -d 'whether somebody may do something, and by which rule'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -l principal -d 'Only rules for these' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -l operation -d 'Only rules about these operations' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -l host -d 'Only rules for this address' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -l allow -d 'Only rules that allow'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -l deny -d 'Only rules that deny'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -l principal -d 'Only rules for these' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -l operation -d 'Only rules about these operations' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -l host -d 'Only rules for this address' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -l allow -d 'Only rules that allow'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -l deny -d 'Only rules that deny'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -l host -d 'Only from this address' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from allow" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -l host -d 'Only from this address' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from deny" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -l principal -d 'Only rules for these' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -l operation -d 'Only rules about these operations' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -l host -d 'Only rules for this address' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -l allow -d 'Only rules that allow'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -l deny -d 'Only rules that deny'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -l principal -d 'Only rules for these' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -l operation -d 'Only rules about these operations' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -l host -d 'Only rules for this address' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -l allow -d 'Only rules that allow'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -l deny -d 'Only rules that deny'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -l host -d 'Only from this address' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand acl; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -f -a "list" -d 'all users with their mechanisms'
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -f -a "create" -d 'make a user; the password is asked for, or the first line of stdin'
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -f -a "password" -d 'give a user another password'
complete -c kt -n "__fish_kt_using_subcommand users; and not __fish_seen_subcommand_from list create password delete" -f -a "delete" -d 'take a user\'s credentials away'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -l mechanism -d 'Only this mechanism' -r -f -a "SCRAM-SHA-256\t''
SCRAM-SHA-512\t''"
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -l iterations -d 'How often the password is hashed' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -l mechanism -d 'Only this mechanism' -r -f -a "SCRAM-SHA-256\t''
SCRAM-SHA-512\t''"
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -l iterations -d 'How often the password is hashed' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from password" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -l mechanism -d 'Only this mechanism' -r -f -a "SCRAM-SHA-256\t''
SCRAM-SHA-512\t''"
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand users; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -f -a "list" -d 'all quotas, or those for one'
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -f -a "set" -d 'limit somebody'
complete -c kt -n "__fish_kt_using_subcommand quotas; and not __fish_seen_subcommand_from list set delete" -f -a "delete" -d 'take limits away'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -s b -l bootstrap-server -d 'Brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -s C -l context -d 'The cluster by its name in your configuration [default: $KT_CONTEXT]' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -l command-config -d 'Client settings, a properties file [default: $KT_COMMAND_CONFIG]' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -s X -l command-property -d 'One client setting; wins over the file' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -l resolve -d 'Go to B (host:port) in place of A, which the brokers advertise' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -l user -d 'Log in as this user; the password is asked for' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -l timeout -d 'The longest wait for an answer, such as 5s [default: $KT_TIMEOUT]' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -l yes-i-mean -d 'As --yes, in a protected context' -r
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only show what would be done'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -l tls -d 'Speak TLS [default: $KT_TLS]'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand quotas; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand delegation-tokens" -l bootstrap-server -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand delegation-tokens" -l command-config -d 'client settings, a properties file' -r
complete -c kt -n "__fish_kt_using_subcommand delegation-tokens" -l owner-principal -d 'owner' -r
complete -c kt -n "__fish_kt_using_subcommand delegation-tokens" -l renewer-principal -d 'who may renew it' -r
complete -c kt -n "__fish_kt_using_subcommand delegation-tokens" -l max-life-time-period -d 'longest life; -1 is the broker\'s value' -r
complete -c kt -n "__fish_kt_using_subcommand delegation-tokens" -l renew-time-period -d 'until when to renew; -1 is the broker\'s value' -r
complete -c kt -n "__fish_kt_using_subcommand delegation-tokens" -l expiry-time-period -d 'when to expire; -1 is at once' -r
complete -c kt -n "__fish_kt_using_subcommand delegation-tokens" -l hmac -d 'the token' -r
complete -c kt -n "__fish_kt_using_subcommand delegation-tokens" -l create -d 'make a token'
complete -c kt -n "__fish_kt_using_subcommand delegation-tokens" -l renew -d 'make it live longer'
complete -c kt -n "__fish_kt_using_subcommand delegation-tokens" -l expire -d 'end it'
complete -c kt -n "__fish_kt_using_subcommand delegation-tokens" -l describe -d 'show tokens'
complete -c kt -n "__fish_kt_using_subcommand delegation-tokens" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand storage; and not __fish_seen_subcommand_from info format uuid hand-over version-mapping feature-dependencies random-uuid" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand storage; and not __fish_seen_subcommand_from info format uuid hand-over version-mapping feature-dependencies random-uuid" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand storage; and not __fish_seen_subcommand_from info format uuid hand-over version-mapping feature-dependencies random-uuid" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand storage; and not __fish_seen_subcommand_from info format uuid hand-over version-mapping feature-dependencies random-uuid" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand storage; and not __fish_seen_subcommand_from info format uuid hand-over version-mapping feature-dependencies random-uuid" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand storage; and not __fish_seen_subcommand_from info format uuid hand-over version-mapping feature-dependencies random-uuid" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand storage; and not __fish_seen_subcommand_from info format uuid hand-over version-mapping feature-dependencies random-uuid" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand storage; and not __fish_seen_subcommand_from info format uuid hand-over version-mapping feature-dependencies random-uuid" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand storage; and not __fish_seen_subcommand_from info format uuid hand-over version-mapping feature-dependencies random-uuid" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand storage; and not __fish_seen_subcommand_from info format uuid hand-over version-mapping feature-dependencies random-uuid" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand storage; and not __fish_seen_subcommand_from info format uuid hand-over version-mapping feature-dependencies random-uuid" -f -a "info" -d 'Whose a data folder is, and in what state'
complete -c kt -n "__fish_kt_using_subcommand storage; and not __fish_seen_subcommand_from info format uuid hand-over version-mapping feature-dependencies random-uuid" -f -a "format" -d 'Make an empty folder one of a new cluster; kt serve does so by itself'
complete -c kt -n "__fish_kt_using_subcommand storage; and not __fish_seen_subcommand_from info format uuid hand-over version-mapping feature-dependencies random-uuid" -f -a "uuid" -d 'A new id'
complete -c kt -n "__fish_kt_using_subcommand storage; and not __fish_seen_subcommand_from info format uuid hand-over version-mapping feature-dependencies random-uuid" -f -a "hand-over" -d 'Check that a stopped folder is in order, and write the server.properties with which Apache Kafka starts on it'
complete -c kt -n "__fish_kt_using_subcommand storage; and not __fish_seen_subcommand_from info format uuid hand-over version-mapping feature-dependencies random-uuid" -f -a "version-mapping" -d 'the levels of all features in a release'
complete -c kt -n "__fish_kt_using_subcommand storage; and not __fish_seen_subcommand_from info format uuid hand-over version-mapping feature-dependencies random-uuid" -f -a "feature-dependencies" -d 'what the level of a feature needs'
complete -c kt -n "__fish_kt_using_subcommand storage; and not __fish_seen_subcommand_from info format uuid hand-over version-mapping feature-dependencies random-uuid" -f -a "random-uuid" -d 'a new id'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from info" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from info" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from info" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from info" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from info" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from info" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from info" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from info" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from info" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from info" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from format" -l cluster-id -d 'The id of the cluster [default: a new one]' -r
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from format" -l node-id -d 'The id of the broker' -r
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from format" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from format" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from format" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from format" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from format" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from format" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from format" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from format" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from format" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from format" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from uuid" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from uuid" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from uuid" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from uuid" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from uuid" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from uuid" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from uuid" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from uuid" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from uuid" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from uuid" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from hand-over" -l to-kafka -d 'Where the server.properties goes; on stdout if not said' -r -F
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from hand-over" -s c -l config -d 'The properties that kt was started with: what they set is kept' -r -F
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from hand-over" -l listen -d 'Where Kafka listens for clients' -r
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from hand-over" -l controller -d 'Where its controller listens' -r
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from hand-over" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from hand-over" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from hand-over" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from hand-over" -l quick -d 'Do not go over the records; the metadata is looked at all the same'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from hand-over" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from hand-over" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from hand-over" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from hand-over" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from hand-over" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from hand-over" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from hand-over" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from version-mapping" -l release-version -d 'the release (default: the newest)' -r
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from version-mapping" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from version-mapping" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from version-mapping" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from version-mapping" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from version-mapping" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from version-mapping" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from version-mapping" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from version-mapping" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from version-mapping" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from version-mapping" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from feature-dependencies" -l feature -d 'the feature and its level' -r
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from feature-dependencies" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from feature-dependencies" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from feature-dependencies" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from feature-dependencies" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from feature-dependencies" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from feature-dependencies" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from feature-dependencies" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from feature-dependencies" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from feature-dependencies" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from feature-dependencies" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from random-uuid" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from random-uuid" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from random-uuid" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from random-uuid" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from random-uuid" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from random-uuid" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from random-uuid" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from random-uuid" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from random-uuid" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand storage; and __fish_seen_subcommand_from random-uuid" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l from-offset -d 'Nothing below this offset' -r
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l limit -d 'At most so many rows' -r
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l files -d 'segments, indexes and snapshots to print' -r
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l key-decoder-class -d 'how keys become text: String-, Integer- or LongDecoder' -r
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l value-decoder-class -d 'how values become text' -r
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l max-bytes -d 'read so much of a log at most' -r
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l max-message-size -d 'the largest batch that an index may point to' -r
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -s r -l records -d 'Every record in a row'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l print-data-log -d 'show the records too; any decoder does so by itself'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l deep-iteration -d 'look into the batches; --print-data-log does so by itself'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l cluster-metadata-decoder -d 'records of the metadata log'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l offsets-decoder -d 'records of __consumer_offsets'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l transaction-log-decoder -d 'records of __transaction_state'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l share-group-state-decoder -d 'records of __share_group_state'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l remote-log-metadata-decoder -d 'records of __remote_log_metadata (tiered storage)'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l index-sanity-check -d 'check an index as a broker\'s start does, print nothing of it'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l verify-index-only -d 'compare an index with its log, print nothing of it'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -l skip-record-metadata -d 'of each record the key and the value only'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and not __fish_seen_subcommand_from check" -a "check" -d 'Go over stopped folders: everything against everything else, and repair nothing'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and __fish_seen_subcommand_from check" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand dump-log; and __fish_seen_subcommand_from check" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand dump-log; and __fish_seen_subcommand_from check" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand dump-log; and __fish_seen_subcommand_from check" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and __fish_seen_subcommand_from check" -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and __fish_seen_subcommand_from check" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and __fish_seen_subcommand_from check" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand dump-log; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand metadata-shell" -l snapshot -d 'the snapshot or the log segment to look into; a data folder does too' -r
complete -c kt -n "__fish_kt_using_subcommand metadata-shell" -l directory -d 'a data folder in place of a file: its newest snapshot and the log behind it' -r
complete -c kt -n "__fish_kt_using_subcommand metadata-shell" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand replica-verification" -l broker-list -d 'brokers to ask first' -r
complete -c kt -n "__fish_kt_using_subcommand replica-verification" -l topics-include -d 'topics to verify' -r
complete -c kt -n "__fish_kt_using_subcommand replica-verification" -l fetch-size -d 'of a partition in one fetch' -r
complete -c kt -n "__fish_kt_using_subcommand replica-verification" -l max-wait-ms -d 'the longest wait of a fetch' -r
complete -c kt -n "__fish_kt_using_subcommand replica-verification" -l report-interval-ms -d 'time between reports' -r
complete -c kt -n "__fish_kt_using_subcommand replica-verification" -l time -d 'where to start: at the end, at the beginning, or at that moment' -r
complete -c kt -n "__fish_kt_using_subcommand replica-verification" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "list" -d 'Lists the contexts and marks the one in use'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "ls" -d 'Lists the contexts and marks the one in use'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "current" -d 'Prints the name of the context in use'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "show" -d 'Shows what a context says; secrets stay hidden'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "use" -d 'Makes a context the one in use'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "add" -d 'Adds a context, or replaces one with --replace'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "remove" -d 'Removes a context; the cluster is left alone'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "rm" -d 'Removes a context; the cluster is left alone'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "set" -d 'Changes keys of a context, or client settings'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "unset" -d 'Takes keys of a context away'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "rename" -d 'Gives a context another name'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "mv" -d 'Gives a context another name'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "edit" -d 'Opens the user\'s file in an editor; what breaks the rules is not saved'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "prompt" -d 'Prints a short text for a shell\'s prompt: the context in use, with ! if it is protected; asks no cluster'
complete -c kt -n "__fish_kt_using_subcommand context; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "path" -d 'Prints where the user\'s file lies'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from list" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from list" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from list" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from list" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from ls" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from ls" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from ls" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from current" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from current" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from current" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from current" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from current" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from current" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from current" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from current" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from current" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from current" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from show" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from show" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from show" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from show" -l resolved -d 'Everything a call would use, and where each value comes from'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from show" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from show" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from use" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from use" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from use" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from use" -l none -d 'None any more'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from use" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from use" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from use" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from use" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from use" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from use" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from use" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -s b -l bootstrap -d 'Its brokers' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l like -d 'Begin as this context, and change what the other flags say' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l user -d 'Log in as this user; without one of the --password flags the password is asked for at a terminal' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l mechanism -d 'How to log in: PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512 [default: PLAIN]' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l password-env -d 'The password stands in this variable' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l password-file -d 'The password is the first line of this file' -r -F
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l password-command -d 'The password is the first line that this command prints' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l password-keyring -d 'The password has this name in the keyring of this machine' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l command-config -d 'Client settings, a properties file' -r -F
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -s X -l property -d 'One client setting; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l resolve -d 'Go to B in place of A, which the brokers advertise; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l timeout -d 'The longest wait for an answer' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l tls -d 'Speak TLS'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l protected -d 'What destroys asks for the context\'s name'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l read-only -d 'Nothing is changed there at all'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l replace -d 'In place of a context of this name'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l use -d 'It is the one in use from now on'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from remove" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from remove" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from remove" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from remove" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rm" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rm" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rm" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rm" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rm" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from set" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from set" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from set" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from set" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from set" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from set" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from unset" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from unset" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from unset" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from unset" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from unset" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from unset" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from unset" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from unset" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from unset" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from unset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rename" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rename" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rename" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rename" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rename" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rename" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rename" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from mv" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from mv" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from mv" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from mv" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from mv" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from mv" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from mv" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from mv" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from mv" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from mv" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from edit" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from edit" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from edit" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from edit" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from edit" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from prompt" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from prompt" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from prompt" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from prompt" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from prompt" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from prompt" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from prompt" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from prompt" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from prompt" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from prompt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from path" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from path" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from path" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from path" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from path" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from path" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from path" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from path" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from path" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand context; and __fish_seen_subcommand_from path" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "list" -d 'Lists the contexts and marks the one in use'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "ls" -d 'Lists the contexts and marks the one in use'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "current" -d 'Prints the name of the context in use'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "show" -d 'Shows what a context says; secrets stay hidden'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "use" -d 'Makes a context the one in use'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "add" -d 'Adds a context, or replaces one with --replace'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "remove" -d 'Removes a context; the cluster is left alone'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "rm" -d 'Removes a context; the cluster is left alone'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "set" -d 'Changes keys of a context, or client settings'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "unset" -d 'Takes keys of a context away'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "rename" -d 'Gives a context another name'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "mv" -d 'Gives a context another name'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "edit" -d 'Opens the user\'s file in an editor; what breaks the rules is not saved'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "prompt" -d 'Prints a short text for a shell\'s prompt: the context in use, with ! if it is protected; asks no cluster'
complete -c kt -n "__fish_kt_using_subcommand ctx; and not __fish_seen_subcommand_from list ls current show use add remove rm set unset rename mv edit prompt path" -f -a "path" -d 'Prints where the user\'s file lies'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from list" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from list" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from list" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from list" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from list" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from ls" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from ls" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from ls" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from ls" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from current" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from current" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from current" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from current" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from current" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from current" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from current" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from current" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from current" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from current" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from show" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from show" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from show" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from show" -l resolved -d 'Everything a call would use, and where each value comes from'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from show" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from show" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from show" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from use" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from use" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from use" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from use" -l none -d 'None any more'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from use" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from use" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from use" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from use" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from use" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from use" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from use" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -s b -l bootstrap -d 'Its brokers' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l like -d 'Begin as this context, and change what the other flags say' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l user -d 'Log in as this user; without one of the --password flags the password is asked for at a terminal' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l mechanism -d 'How to log in: PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512 [default: PLAIN]' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l password-env -d 'The password stands in this variable' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l password-file -d 'The password is the first line of this file' -r -F
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l password-command -d 'The password is the first line that this command prints' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l password-keyring -d 'The password has this name in the keyring of this machine' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l command-config -d 'Client settings, a properties file' -r -F
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -s X -l property -d 'One client setting; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l resolve -d 'Go to B in place of A, which the brokers advertise; may be repeated' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l timeout -d 'The longest wait for an answer' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l tls -d 'Speak TLS'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l protected -d 'What destroys asks for the context\'s name'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l read-only -d 'Nothing is changed there at all'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l replace -d 'In place of a context of this name'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l use -d 'It is the one in use from now on'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from remove" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from remove" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from remove" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from remove" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from remove" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rm" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rm" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rm" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rm" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rm" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rm" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from set" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from set" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from set" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from set" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from set" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from set" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from unset" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from unset" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from unset" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from unset" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from unset" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from unset" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from unset" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from unset" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from unset" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from unset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rename" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rename" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rename" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rename" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rename" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rename" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rename" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from mv" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from mv" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from mv" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from mv" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from mv" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from mv" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from mv" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from mv" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from mv" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from mv" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from edit" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from edit" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from edit" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from edit" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from edit" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from prompt" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from prompt" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from prompt" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from prompt" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from prompt" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from prompt" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from prompt" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from prompt" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from prompt" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from prompt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from path" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from path" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from path" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from path" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from path" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from path" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from path" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from path" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from path" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand ctx; and __fish_seen_subcommand_from path" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand mirror-maker" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand jmx" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand run-class" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand connect-standalone" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand connect-distributed" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand connect-plugin-path" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand connect-mirror-maker" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand oauth-compatibility-tool" -s h -l help -d 'Print help'
complete -c kt -n "__fish_kt_using_subcommand trogdor" -s h -l help -d 'Print help'
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
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand help" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand help" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand help" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand help" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand help" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand help" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand help" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand help" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand version" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand version" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand version" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand version" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand version" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand version" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand version" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand version" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand version" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand version" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand links" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand links" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand links" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand links" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand links" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand links" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand links" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand links" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand links" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand links" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand completions" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand completions" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand completions" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand completions" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand completions" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand completions" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand completions" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand completions" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand completions" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -n "__fish_kt_using_subcommand man" -l dir -d 'The folder for the pages' -r -F
complete -c kt -n "__fish_kt_using_subcommand man" -s o -l output -d 'Form of the result' -r -f -a "table\t''
wide\t''
json\t''
jsonl\t''
yaml\t''
csv\t''
tsv\t''
name\t''
help\t'The fields of the JSON form, and what they mean; nothing is asked of a cluster'"
complete -c kt -n "__fish_kt_using_subcommand man" -l jq -d 'What jq makes of the JSON form: \'.[].topic\'' -r
complete -c kt -n "__fish_kt_using_subcommand man" -l color -d 'Colour: auto, always or never' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kt -n "__fish_kt_using_subcommand man" -l no-headers -d 'Leave out the line of titles'
complete -c kt -n "__fish_kt_using_subcommand man" -s r -l raw-output -d 'Texts that --jq gives without their quotes'
complete -c kt -n "__fish_kt_using_subcommand man" -s q -l quiet -d 'Nothing on stderr but errors'
complete -c kt -n "__fish_kt_using_subcommand man" -s v -l verbose -d 'Say more; twice for the protocol'
complete -c kt -n "__fish_kt_using_subcommand man" -s y -l yes -d 'Do not ask, do it'
complete -c kt -n "__fish_kt_using_subcommand man" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c kt -n "__fish_kt_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kt -a '(kt complete-words (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
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
complete -c kafka-console-producer -l batch-size -r -d 'how many bytes a batch may hold (batch.size)'
complete -c kafka-console-producer.sh -l batch-size -r -d 'how many bytes a batch may hold (batch.size)'
complete -c kafka-console-producer -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-console-producer.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-console-producer -l command-config -r -d 'client settings, a properties file'
complete -c kafka-console-producer.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-console-producer -l command-property -r -d 'one producer setting; wins over the file'
complete -c kafka-console-producer.sh -l command-property -r -d 'one producer setting; wins over the file'
complete -c kafka-console-producer -l compression-codec -r -d 'none, gzip, snappy, lz4 or zstd; gzip if no name follows'
complete -c kafka-console-producer.sh -l compression-codec -r -d 'none, gzip, snappy, lz4 or zstd; gzip if no name follows'
complete -c kafka-console-producer -l line-reader -r -d 'what turns input into records: only the LineMessageReader is there'
complete -c kafka-console-producer.sh -l line-reader -r -d 'what turns input into records: only the LineMessageReader is there'
complete -c kafka-console-producer -l max-block-ms -r -d 'how long to wait for the topic, or for room in the buffer'
complete -c kafka-console-producer.sh -l max-block-ms -r -d 'how long to wait for the topic, or for room in the buffer'
complete -c kafka-console-producer -l max-memory-bytes -r -d 'how much may wait to be sent (buffer.memory)'
complete -c kafka-console-producer.sh -l max-memory-bytes -r -d 'how much may wait to be sent (buffer.memory)'
complete -c kafka-console-producer -l max-partition-memory-bytes -r -d 'another way to say --batch-size, which it wins over'
complete -c kafka-console-producer.sh -l max-partition-memory-bytes -r -d 'another way to say --batch-size, which it wins over'
complete -c kafka-console-producer -l message-send-max-retries -r -d 'how often a batch is tried again (retries)'
complete -c kafka-console-producer.sh -l message-send-max-retries -r -d 'how often a batch is tried again (retries)'
complete -c kafka-console-producer -l metadata-expiry-ms -r -d 'how long what is known of the topic holds'
complete -c kafka-console-producer.sh -l metadata-expiry-ms -r -d 'how long what is known of the topic holds'
complete -c kafka-console-producer -l producer-property -r -d 'old name of --command-property'
complete -c kafka-console-producer.sh -l producer-property -r -d 'old name of --command-property'
complete -c kafka-console-producer -l producer.config -r -d 'old name of --command-config'
complete -c kafka-console-producer.sh -l producer.config -r -d 'old name of --command-config'
complete -c kafka-console-producer -l property -r -d 'old name of --reader-property'
complete -c kafka-console-producer.sh -l property -r -d 'old name of --reader-property'
complete -c kafka-console-producer -l reader-config -r -d 'settings of the reader, a properties file'
complete -c kafka-console-producer.sh -l reader-config -r -d 'settings of the reader, a properties file'
complete -c kafka-console-producer -l reader-property -r -d 'parse.key, key.separator, parse.headers, headers.delimiter, headers.separator, headers.key.separator, null.marker, ignore.error'
complete -c kafka-console-producer.sh -l reader-property -r -d 'parse.key, key.separator, parse.headers, headers.delimiter, headers.separator, headers.key.separator, null.marker, ignore.error'
complete -c kafka-console-producer -l request-required-acks -r -d '0, 1 or all (-1): who has to have a record'
complete -c kafka-console-producer.sh -l request-required-acks -r -d '0, 1 or all (-1): who has to have a record'
complete -c kafka-console-producer -l request-timeout-ms -r -d 'how long an acknowledgement may take'
complete -c kafka-console-producer.sh -l request-timeout-ms -r -d 'how long an acknowledgement may take'
complete -c kafka-console-producer -l retry-backoff-ms -r -d 'the pause before a batch is tried again'
complete -c kafka-console-producer.sh -l retry-backoff-ms -r -d 'the pause before a batch is tried again'
complete -c kafka-console-producer -l socket-buffer-size -r -d 'taken and not needed: the system chooses'
complete -c kafka-console-producer.sh -l socket-buffer-size -r -d 'taken and not needed: the system chooses'
complete -c kafka-console-producer -l sync -d 'wait for each record before the next is read'
complete -c kafka-console-producer.sh -l sync -d 'wait for each record before the next is read'
complete -c kafka-console-producer -l timeout -r -d 'how long a batch waits for company (linger.ms); without it no longer than needed'
complete -c kafka-console-producer.sh -l timeout -r -d 'how long a batch waits for company (linger.ms); without it no longer than needed'
complete -c kafka-console-producer -l topic -r -d 'where the records go'
complete -c kafka-console-producer.sh -l topic -r -d 'where the records go'
complete -c kafka-console-consumer -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-console-consumer.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-console-consumer -l command-config -r -d 'client settings, a properties file'
complete -c kafka-console-consumer.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-console-consumer -l command-property -r -d 'one consumer setting; wins over the file'
complete -c kafka-console-consumer.sh -l command-property -r -d 'one consumer setting; wins over the file'
complete -c kafka-console-consumer -l consumer-property -r -d 'old name of --command-property'
complete -c kafka-console-consumer.sh -l consumer-property -r -d 'old name of --command-property'
complete -c kafka-console-consumer -l consumer.config -r -d 'old name of --command-config'
complete -c kafka-console-consumer.sh -l consumer.config -r -d 'old name of --command-config'
complete -c kafka-console-consumer -l enable-systest-events -d 'print shutdown_complete at the end'
complete -c kafka-console-consumer.sh -l enable-systest-events -d 'print shutdown_complete at the end'
complete -c kafka-console-consumer -l formatter -r -d 'how a record is printed'
complete -c kafka-console-consumer.sh -l formatter -r -d 'how a record is printed'
complete -c kafka-console-consumer -l formatter-config -r -d 'settings of the formatter, a properties file'
complete -c kafka-console-consumer.sh -l formatter-config -r -d 'settings of the formatter, a properties file'
complete -c kafka-console-consumer -l formatter-property -r -d 'print.timestamp, print.key, print.offset, print.epoch, print.partition, print.headers, print.value, key.separator, line.separator, headers.separator, null.literal, key.deserializer, value.deserializer, headers.deserializer'
complete -c kafka-console-consumer.sh -l formatter-property -r -d 'print.timestamp, print.key, print.offset, print.epoch, print.partition, print.headers, print.value, key.separator, line.separator, headers.separator, null.literal, key.deserializer, value.deserializer, headers.deserializer'
complete -c kafka-console-consumer -l from-beginning -d 'start at the first record where the group has no offset'
complete -c kafka-console-consumer.sh -l from-beginning -d 'start at the first record where the group has no offset'
complete -c kafka-console-consumer -l group -r -d 'the consumer group to read in'
complete -c kafka-console-consumer.sh -l group -r -d 'the consumer group to read in'
complete -c kafka-console-consumer -l include -r -d 'the topics to read, by pattern'
complete -c kafka-console-consumer.sh -l include -r -d 'the topics to read, by pattern'
complete -c kafka-console-consumer -l isolation-level -r -d 'read_committed hides records of transactions that are not committed'
complete -c kafka-console-consumer.sh -l isolation-level -r -d 'read_committed hides records of transactions that are not committed'
complete -c kafka-console-consumer -l key-deserializer -r -d 'how keys become text'
complete -c kafka-console-consumer.sh -l key-deserializer -r -d 'how keys become text'
complete -c kafka-console-consumer -l max-messages -r -d 'end after that many'
complete -c kafka-console-consumer.sh -l max-messages -r -d 'end after that many'
complete -c kafka-console-consumer -l offset -r -d 'where to start in --partition: a number, earliest or latest'
complete -c kafka-console-consumer.sh -l offset -r -d 'where to start in --partition: a number, earliest or latest'
complete -c kafka-console-consumer -l partition -r -d 'read this partition only'
complete -c kafka-console-consumer.sh -l partition -r -d 'read this partition only'
complete -c kafka-console-consumer -l property -r -d 'old name of --formatter-property'
complete -c kafka-console-consumer.sh -l property -r -d 'old name of --formatter-property'
complete -c kafka-console-consumer -l skip-message-on-error -d 'go on after a record that cannot be shown'
complete -c kafka-console-consumer.sh -l skip-message-on-error -d 'go on after a record that cannot be shown'
complete -c kafka-console-consumer -l timeout-ms -r -d 'end when nothing came for so long'
complete -c kafka-console-consumer.sh -l timeout-ms -r -d 'end when nothing came for so long'
complete -c kafka-console-consumer -l topic -r -d 'the topic to read'
complete -c kafka-console-consumer.sh -l topic -r -d 'the topic to read'
complete -c kafka-console-consumer -l value-deserializer -r -d 'how values become text'
complete -c kafka-console-consumer.sh -l value-deserializer -r -d 'how values become text'
complete -c kafka-consumer-groups -l all-groups -d 'every group'
complete -c kafka-consumer-groups.sh -l all-groups -d 'every group'
complete -c kafka-consumer-groups -l all-topics -d 'every topic the group has offsets for'
complete -c kafka-consumer-groups.sh -l all-topics -d 'every topic the group has offsets for'
complete -c kafka-consumer-groups -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-consumer-groups.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-consumer-groups -l by-duration -r -d 'reset to the moment so long ago: PnDTnHnMnS'
complete -c kafka-consumer-groups.sh -l by-duration -r -d 'reset to the moment so long ago: PnDTnHnMnS'
complete -c kafka-consumer-groups -l command-config -r -d 'client settings, a properties file'
complete -c kafka-consumer-groups.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-consumer-groups -l delete -d 'remove groups that have no member'
complete -c kafka-consumer-groups.sh -l delete -d 'remove groups that have no member'
complete -c kafka-consumer-groups -l delete-offsets -d 'remove the offsets of --topic from one group'
complete -c kafka-consumer-groups.sh -l delete-offsets -d 'remove the offsets of --topic from one group'
complete -c kafka-consumer-groups -l describe -d 'show offsets and lag, or members, or state'
complete -c kafka-consumer-groups.sh -l describe -d 'show offsets and lag, or members, or state'
complete -c kafka-consumer-groups -l dry-run -d 'reset: only show'
complete -c kafka-consumer-groups.sh -l dry-run -d 'reset: only show'
complete -c kafka-consumer-groups -l execute -d 'reset: do it'
complete -c kafka-consumer-groups.sh -l execute -d 'reset: do it'
complete -c kafka-consumer-groups -l export -d 'reset: print CSV in place of the table'
complete -c kafka-consumer-groups.sh -l export -d 'reset: print CSV in place of the table'
complete -c kafka-consumer-groups -l from-file -r -d 'reset from CSV: topic,partition,offset, or group,topic,partition,offset'
complete -c kafka-consumer-groups.sh -l from-file -r -d 'reset from CSV: topic,partition,offset, or group,topic,partition,offset'
complete -c kafka-consumer-groups -l group -r -d 'the group'
complete -c kafka-consumer-groups.sh -l group -r -d 'the group'
complete -c kafka-consumer-groups -l list -d 'print the names of the groups'
complete -c kafka-consumer-groups.sh -l list -d 'print the names of the groups'
complete -c kafka-consumer-groups -l members -d 'describe: who is in the group'
complete -c kafka-consumer-groups.sh -l members -d 'describe: who is in the group'
complete -c kafka-consumer-groups -l offsets -d 'describe: offsets and lag (what it does anyway)'
complete -c kafka-consumer-groups.sh -l offsets -d 'describe: offsets and lag (what it does anyway)'
complete -c kafka-consumer-groups -l reset-offsets -d 'set the offsets of a group without members'
complete -c kafka-consumer-groups.sh -l reset-offsets -d 'set the offsets of a group without members'
complete -c kafka-consumer-groups -l shift-by -r -d 'reset by so many forward or, if negative, back'
complete -c kafka-consumer-groups.sh -l shift-by -r -d 'reset by so many forward or, if negative, back'
complete -c kafka-consumer-groups -l state -r -d 'describe: the group\'s state; list: add the state, or only groups in these'
complete -c kafka-consumer-groups.sh -l state -r -d 'describe: the group\'s state; list: add the state, or only groups in these'
complete -c kafka-consumer-groups -l timeout -r -d 'how long to wait for the group to settle'
complete -c kafka-consumer-groups.sh -l timeout -r -d 'how long to wait for the group to settle'
complete -c kafka-consumer-groups -l to-current -d 'reset to where the group is'
complete -c kafka-consumer-groups.sh -l to-current -d 'reset to where the group is'
complete -c kafka-consumer-groups -l to-datetime -r -d 'reset to the first offset from a moment: YYYY-MM-DDThh:mm:ss.sss, zone optional'
complete -c kafka-consumer-groups.sh -l to-datetime -r -d 'reset to the first offset from a moment: YYYY-MM-DDThh:mm:ss.sss, zone optional'
complete -c kafka-consumer-groups -l to-earliest -d 'reset to the first offset'
complete -c kafka-consumer-groups.sh -l to-earliest -d 'reset to the first offset'
complete -c kafka-consumer-groups -l to-latest -d 'reset to the end'
complete -c kafka-consumer-groups.sh -l to-latest -d 'reset to the end'
complete -c kafka-consumer-groups -l to-offset -r -d 'reset to this offset, held within the log\'s bounds'
complete -c kafka-consumer-groups.sh -l to-offset -r -d 'reset to this offset, held within the log\'s bounds'
complete -c kafka-consumer-groups -l topic -r -d 'topic, with partitions where only some are meant'
complete -c kafka-consumer-groups.sh -l topic -r -d 'topic, with partitions where only some are meant'
complete -c kafka-consumer-groups -l type -r -d 'list: add the type, or only groups of these'
complete -c kafka-consumer-groups.sh -l type -r -d 'list: add the type, or only groups of these'
complete -c kafka-consumer-groups -l validate-regex -r -d 'say whether a pattern is valid RE2; no broker needed'
complete -c kafka-consumer-groups.sh -l validate-regex -r -d 'say whether a pattern is valid RE2; no broker needed'
complete -c kafka-consumer-groups -l verbose -d 'more columns'
complete -c kafka-consumer-groups.sh -l verbose -d 'more columns'
complete -c kafka-groups -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-groups.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-groups -l command-config -r -d 'client settings, a properties file'
complete -c kafka-groups.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-groups -l consumer -d 'only consumer groups of either protocol, and simple ones'
complete -c kafka-groups.sh -l consumer -d 'only consumer groups of either protocol, and simple ones'
complete -c kafka-groups -l group-type -r -d 'only groups of this type: classic, consumer, share or streams'
complete -c kafka-groups.sh -l group-type -r -d 'only groups of this type: classic, consumer, share or streams'
complete -c kafka-groups -l list -d 'print group, type and protocol'
complete -c kafka-groups.sh -l list -d 'print group, type and protocol'
complete -c kafka-groups -l protocol -r -d 'only groups with this protocol type'
complete -c kafka-groups.sh -l protocol -r -d 'only groups with this protocol type'
complete -c kafka-groups -l share -d 'only share groups'
complete -c kafka-groups.sh -l share -d 'only share groups'
complete -c kafka-groups -l streams -d 'only streams groups'
complete -c kafka-groups.sh -l streams -d 'only streams groups'
complete -c kafka-share-groups -l all-groups -d 'every share group'
complete -c kafka-share-groups.sh -l all-groups -d 'every share group'
complete -c kafka-share-groups -l all-topics -d 'every topic of the group'
complete -c kafka-share-groups.sh -l all-topics -d 'every topic of the group'
complete -c kafka-share-groups -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-share-groups.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-share-groups -l command-config -r -d 'client settings, a properties file'
complete -c kafka-share-groups.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-share-groups -l delete -d 'remove share groups'
complete -c kafka-share-groups.sh -l delete -d 'remove share groups'
complete -c kafka-share-groups -l delete-offsets -d 'remove the offsets of --topic'
complete -c kafka-share-groups.sh -l delete-offsets -d 'remove the offsets of --topic'
complete -c kafka-share-groups -l describe -d 'show start offsets and lag, or members, or state'
complete -c kafka-share-groups.sh -l describe -d 'show start offsets and lag, or members, or state'
complete -c kafka-share-groups -l dry-run -d 'reset: only show'
complete -c kafka-share-groups.sh -l dry-run -d 'reset: only show'
complete -c kafka-share-groups -l execute -d 'reset: do it'
complete -c kafka-share-groups.sh -l execute -d 'reset: do it'
complete -c kafka-share-groups -l group -r -d 'the share group'
complete -c kafka-share-groups.sh -l group -r -d 'the share group'
complete -c kafka-share-groups -l list -d 'print the share groups'
complete -c kafka-share-groups.sh -l list -d 'print the share groups'
complete -c kafka-share-groups -l members -d 'describe the members'
complete -c kafka-share-groups.sh -l members -d 'describe the members'
complete -c kafka-share-groups -l offsets -d 'describe the offsets (what it does anyway)'
complete -c kafka-share-groups.sh -l offsets -d 'describe the offsets (what it does anyway)'
complete -c kafka-share-groups -l reset-offsets -d 'set the start offsets of a group without members'
complete -c kafka-share-groups.sh -l reset-offsets -d 'set the start offsets of a group without members'
complete -c kafka-share-groups -l state -r -d 'describe the state; list: show it, or only groups in these'
complete -c kafka-share-groups.sh -l state -r -d 'describe the state; list: show it, or only groups in these'
complete -c kafka-share-groups -l timeout -r -d 'how long to wait for the group to settle'
complete -c kafka-share-groups.sh -l timeout -r -d 'how long to wait for the group to settle'
complete -c kafka-share-groups -l to-datetime -r -d 'reset to the first offset from a moment'
complete -c kafka-share-groups.sh -l to-datetime -r -d 'reset to the first offset from a moment'
complete -c kafka-share-groups -l to-earliest -d 'reset to the first offset'
complete -c kafka-share-groups.sh -l to-earliest -d 'reset to the first offset'
complete -c kafka-share-groups -l to-latest -d 'reset to the end'
complete -c kafka-share-groups.sh -l to-latest -d 'reset to the end'
complete -c kafka-share-groups -l topic -r -d 'topic, with partitions where only some are meant'
complete -c kafka-share-groups.sh -l topic -r -d 'topic, with partitions where only some are meant'
complete -c kafka-share-groups -l verbose -d 'more columns'
complete -c kafka-share-groups.sh -l verbose -d 'more columns'
complete -c kafka-streams-groups -l all-groups -d 'every streams group'
complete -c kafka-streams-groups.sh -l all-groups -d 'every streams group'
complete -c kafka-streams-groups -l all-input-topics -d 'all source topics of the topology'
complete -c kafka-streams-groups.sh -l all-input-topics -d 'all source topics of the topology'
complete -c kafka-streams-groups -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-streams-groups.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-streams-groups -l by-duration -r -d 'reset to so long ago'
complete -c kafka-streams-groups.sh -l by-duration -r -d 'reset to so long ago'
complete -c kafka-streams-groups -l command-config -r -d 'client settings, a properties file'
complete -c kafka-streams-groups.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-streams-groups -l delete -d 'remove streams groups'
complete -c kafka-streams-groups.sh -l delete -d 'remove streams groups'
complete -c kafka-streams-groups -l delete-all-internal-topics -d 'also delete the application\'s internal topics (reset with --execute, delete)'
complete -c kafka-streams-groups.sh -l delete-all-internal-topics -d 'also delete the application\'s internal topics (reset with --execute, delete)'
complete -c kafka-streams-groups -l delete-internal-topic -r -d 'also delete this internal topic (reset with --execute)'
complete -c kafka-streams-groups.sh -l delete-internal-topic -r -d 'also delete this internal topic (reset with --execute)'
complete -c kafka-streams-groups -l delete-offsets -d 'remove the offsets of input topics'
complete -c kafka-streams-groups.sh -l delete-offsets -d 'remove the offsets of input topics'
complete -c kafka-streams-groups -l describe -d 'show offsets, or members, or state'
complete -c kafka-streams-groups.sh -l describe -d 'show offsets, or members, or state'
complete -c kafka-streams-groups -l dry-run -d 'reset: only show'
complete -c kafka-streams-groups.sh -l dry-run -d 'reset: only show'
complete -c kafka-streams-groups -l execute -d 'reset: do it'
complete -c kafka-streams-groups.sh -l execute -d 'reset: do it'
complete -c kafka-streams-groups -l export -d 'reset: print CSV'
complete -c kafka-streams-groups.sh -l export -d 'reset: print CSV'
complete -c kafka-streams-groups -l from-file -r -d 'reset from CSV'
complete -c kafka-streams-groups.sh -l from-file -r -d 'reset from CSV'
complete -c kafka-streams-groups -l group -r -d 'the streams group'
complete -c kafka-streams-groups.sh -l group -r -d 'the streams group'
complete -c kafka-streams-groups -l input-topic -r -d 'input topic for reset or delete-offsets'
complete -c kafka-streams-groups.sh -l input-topic -r -d 'input topic for reset or delete-offsets'
complete -c kafka-streams-groups -l list -d 'print the streams groups'
complete -c kafka-streams-groups.sh -l list -d 'print the streams groups'
complete -c kafka-streams-groups -l members -d 'describe the members'
complete -c kafka-streams-groups.sh -l members -d 'describe the members'
complete -c kafka-streams-groups -l offsets -d 'describe the offsets (what it does anyway)'
complete -c kafka-streams-groups.sh -l offsets -d 'describe the offsets (what it does anyway)'
complete -c kafka-streams-groups -l reset-offsets -d 'set the offsets of input topics'
complete -c kafka-streams-groups.sh -l reset-offsets -d 'set the offsets of input topics'
complete -c kafka-streams-groups -l shift-by -r -d 'reset by so many'
complete -c kafka-streams-groups.sh -l shift-by -r -d 'reset by so many'
complete -c kafka-streams-groups -l state -r -d 'describe the state; list: show it, or only groups in these'
complete -c kafka-streams-groups.sh -l state -r -d 'describe the state; list: show it, or only groups in these'
complete -c kafka-streams-groups -l timeout -r -d 'how long to wait for the group to settle'
complete -c kafka-streams-groups.sh -l timeout -r -d 'how long to wait for the group to settle'
complete -c kafka-streams-groups -l to-current -d 'reset to where the group is'
complete -c kafka-streams-groups.sh -l to-current -d 'reset to where the group is'
complete -c kafka-streams-groups -l to-datetime -r -d 'reset to a moment'
complete -c kafka-streams-groups.sh -l to-datetime -r -d 'reset to a moment'
complete -c kafka-streams-groups -l to-earliest -d 'reset to the first offset'
complete -c kafka-streams-groups.sh -l to-earliest -d 'reset to the first offset'
complete -c kafka-streams-groups -l to-latest -d 'reset to the end'
complete -c kafka-streams-groups.sh -l to-latest -d 'reset to the end'
complete -c kafka-streams-groups -l to-offset -r -d 'reset to this offset'
complete -c kafka-streams-groups.sh -l to-offset -r -d 'reset to this offset'
complete -c kafka-streams-groups -l verbose -d 'more columns'
complete -c kafka-streams-groups.sh -l verbose -d 'more columns'
complete -c kafka-streams-application-reset -l application-id -r -d 'the application'
complete -c kafka-streams-application-reset.sh -l application-id -r -d 'the application'
complete -c kafka-streams-application-reset -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-streams-application-reset.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-streams-application-reset -l by-duration -r -d 'to so long ago: PnDTnHnMnS'
complete -c kafka-streams-application-reset.sh -l by-duration -r -d 'to so long ago: PnDTnHnMnS'
complete -c kafka-streams-application-reset -l command-config -r -d 'client settings, a properties file'
complete -c kafka-streams-application-reset.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-streams-application-reset -l config-file -r -d 'old name of --command-config'
complete -c kafka-streams-application-reset.sh -l config-file -r -d 'old name of --command-config'
complete -c kafka-streams-application-reset -l dry-run -d 'only show'
complete -c kafka-streams-application-reset.sh -l dry-run -d 'only show'
complete -c kafka-streams-application-reset -l force -d 'throw members out first'
complete -c kafka-streams-application-reset.sh -l force -d 'throw members out first'
complete -c kafka-streams-application-reset -l from-file -r -d 'from CSV: topic,partition,offset'
complete -c kafka-streams-application-reset.sh -l from-file -r -d 'from CSV: topic,partition,offset'
complete -c kafka-streams-application-reset -l input-topics -r -d 'topics to read again'
complete -c kafka-streams-application-reset.sh -l input-topics -r -d 'topics to read again'
complete -c kafka-streams-application-reset -l intermediate-topics -r -d 'topics to skip to the end of'
complete -c kafka-streams-application-reset.sh -l intermediate-topics -r -d 'topics to skip to the end of'
complete -c kafka-streams-application-reset -l internal-topics -r -d 'which internal topics to delete'
complete -c kafka-streams-application-reset.sh -l internal-topics -r -d 'which internal topics to delete'
complete -c kafka-streams-application-reset -l shift-by -r -d 'by so many'
complete -c kafka-streams-application-reset.sh -l shift-by -r -d 'by so many'
complete -c kafka-streams-application-reset -l to-datetime -r -d 'to a moment: YYYY-MM-DDThh:mm:ss.sss, zone optional'
complete -c kafka-streams-application-reset.sh -l to-datetime -r -d 'to a moment: YYYY-MM-DDThh:mm:ss.sss, zone optional'
complete -c kafka-streams-application-reset -l to-earliest -d 'to the first offset (what it does anyway)'
complete -c kafka-streams-application-reset.sh -l to-earliest -d 'to the first offset (what it does anyway)'
complete -c kafka-streams-application-reset -l to-latest -d 'to the end'
complete -c kafka-streams-application-reset.sh -l to-latest -d 'to the end'
complete -c kafka-streams-application-reset -l to-offset -r -d 'to this offset'
complete -c kafka-streams-application-reset.sh -l to-offset -r -d 'to this offset'
complete -c kafka-get-offsets -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-get-offsets.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-get-offsets -l command-config -r -d 'client settings, a properties file'
complete -c kafka-get-offsets.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-get-offsets -l exclude-internal-topics -d 'leave out the topics Kafka keeps for itself'
complete -c kafka-get-offsets.sh -l exclude-internal-topics -d 'leave out the topics Kafka keeps for itself'
complete -c kafka-get-offsets -l partitions -r -d 'only these partitions; not with --topic-partitions'
complete -c kafka-get-offsets.sh -l partitions -r -d 'only these partitions; not with --topic-partitions'
complete -c kafka-get-offsets -l time -r -d '-1 latest, -2 earliest, -3 max-timestamp, -4 earliest-local, -5 latest-tiered, -6 earliest-pending-upload, or a moment'
complete -c kafka-get-offsets.sh -l time -r -d '-1 latest, -2 earliest, -3 max-timestamp, -4 earliest-local, -5 latest-tiered, -6 earliest-pending-upload, or a moment'
complete -c kafka-get-offsets -l topic -r -d 'topics; not with --topic-partitions'
complete -c kafka-get-offsets.sh -l topic -r -d 'topics; not with --topic-partitions'
complete -c kafka-get-offsets -l topic-partitions -r -d 'patterns of topics with numbers or ranges (upper end left out)'
complete -c kafka-get-offsets.sh -l topic-partitions -r -d 'patterns of topics with numbers or ranges (upper end left out)'
complete -c kafka-delete-records -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-delete-records.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-delete-records -l command-config -r -d 'client settings, a properties file'
complete -c kafka-delete-records.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-delete-records -l offset-json-file -r -d 'which partitions to cut, and up to which offset (-1: all)'
complete -c kafka-delete-records.sh -l offset-json-file -r -d 'which partitions to cut, and up to which offset (-1: all)'
complete -c kafka-transactions -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-transactions.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-transactions -l broker-id -r -d 'search the partitions of this broker'
complete -c kafka-transactions.sh -l broker-id -r -d 'search the partitions of this broker'
complete -c kafka-transactions -l command-config -r -d 'client settings, a properties file'
complete -c kafka-transactions.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-transactions -l coordinator-epoch -r -d 'the coordinator\'s epoch, for brokers before 3.0'
complete -c kafka-transactions.sh -l coordinator-epoch -r -d 'the coordinator\'s epoch, for brokers before 3.0'
complete -c kafka-transactions -l duration-filter -r -d 'only transactions that run for longer'
complete -c kafka-transactions.sh -l duration-filter -r -d 'only transactions that run for longer'
complete -c kafka-transactions -l max-transaction-timeout -r -d 'what is younger may still be ended'
complete -c kafka-transactions.sh -l max-transaction-timeout -r -d 'what is younger may still be ended'
complete -c kafka-transactions -l partition -r -d 'search this partition of the topic'
complete -c kafka-transactions.sh -l partition -r -d 'search this partition of the topic'
complete -c kafka-transactions -l producer-epoch -r -d 'the producer\'s epoch, for brokers before 3.0'
complete -c kafka-transactions.sh -l producer-epoch -r -d 'the producer\'s epoch, for brokers before 3.0'
complete -c kafka-transactions -l producer-id -r -d 'its producer, for brokers before 3.0'
complete -c kafka-transactions.sh -l producer-id -r -d 'its producer, for brokers before 3.0'
complete -c kafka-transactions -l start-offset -r -d 'the transaction\'s first offset'
complete -c kafka-transactions.sh -l start-offset -r -d 'the transaction\'s first offset'
complete -c kafka-transactions -l topic -r -d 'search this topic'
complete -c kafka-transactions.sh -l topic -r -d 'search this topic'
complete -c kafka-transactions -l transactional-id -r -d 'whose transaction to end'
complete -c kafka-transactions.sh -l transactional-id -r -d 'whose transaction to end'
complete -c kafka-transactions -l transactional-id-pattern -r -d 'only ids that fit'
complete -c kafka-transactions.sh -l transactional-id-pattern -r -d 'only ids that fit'
complete -c kafka-transactions -l transactionalId -r -d 'whose transaction to end'
complete -c kafka-transactions.sh -l transactionalId -r -d 'whose transaction to end'
complete -c kafka-log-dirs -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-log-dirs.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-log-dirs -l broker-list -r -d 'only these brokers'
complete -c kafka-log-dirs.sh -l broker-list -r -d 'only these brokers'
complete -c kafka-log-dirs -l command-config -r -d 'client settings, a properties file'
complete -c kafka-log-dirs.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-log-dirs -l describe -d 'print sizes as JSON'
complete -c kafka-log-dirs.sh -l describe -d 'print sizes as JSON'
complete -c kafka-log-dirs -l topic-list -r -d 'only these topics'
complete -c kafka-log-dirs.sh -l topic-list -r -d 'only these topics'
complete -c kafka-broker-api-versions -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-broker-api-versions.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-broker-api-versions -l command-config -r -d 'client settings, a properties file'
complete -c kafka-broker-api-versions.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-producer-perf-test -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-producer-perf-test.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-producer-perf-test -l command-config -r -d 'client settings, a properties file'
complete -c kafka-producer-perf-test.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-producer-perf-test -l command-property -r -d 'producer settings; they win over the file'
complete -c kafka-producer-perf-test.sh -l command-property -r -d 'producer settings; they win over the file'
complete -c kafka-producer-perf-test -l num-records -r -d 'how many'
complete -c kafka-producer-perf-test.sh -l num-records -r -d 'how many'
complete -c kafka-producer-perf-test -l payload-delimiter -r -d 'what parts the values in --payload-file'
complete -c kafka-producer-perf-test.sh -l payload-delimiter -r -d 'what parts the values in --payload-file'
complete -c kafka-producer-perf-test -l payload-file -r -d 'values from this file, chosen by chance'
complete -c kafka-producer-perf-test.sh -l payload-file -r -d 'values from this file, chosen by chance'
complete -c kafka-producer-perf-test -l payload-monotonic -d 'values are 0, 1, 2, …'
complete -c kafka-producer-perf-test.sh -l payload-monotonic -d 'values are 0, 1, 2, …'
complete -c kafka-producer-perf-test -l print-metrics -d 'all counters at the end'
complete -c kafka-producer-perf-test.sh -l print-metrics -d 'all counters at the end'
complete -c kafka-producer-perf-test -l producer-props -r -d 'old name of --command-property'
complete -c kafka-producer-perf-test.sh -l producer-props -r -d 'old name of --command-property'
complete -c kafka-producer-perf-test -l producer.config -r -d 'old name of --command-config'
complete -c kafka-producer-perf-test.sh -l producer.config -r -d 'old name of --command-config'
complete -c kafka-producer-perf-test -l record-size -r -d 'values of so many letters by chance'
complete -c kafka-producer-perf-test.sh -l record-size -r -d 'values of so many letters by chance'
complete -c kafka-producer-perf-test -l reporting-interval -r -d 'the time between two reports'
complete -c kafka-producer-perf-test.sh -l reporting-interval -r -d 'the time between two reports'
complete -c kafka-producer-perf-test -l throughput -r -d 'at most so many a second; -1 is no limit'
complete -c kafka-producer-perf-test.sh -l throughput -r -d 'at most so many a second; -1 is no limit'
complete -c kafka-producer-perf-test -l topic -r -d 'where the records go'
complete -c kafka-producer-perf-test.sh -l topic -r -d 'where the records go'
complete -c kafka-producer-perf-test -l transaction-duration-ms -r -d 'how long each transaction lasts'
complete -c kafka-producer-perf-test.sh -l transaction-duration-ms -r -d 'how long each transaction lasts'
complete -c kafka-producer-perf-test -l transactional-id -r -d 'send in transactions of this id'
complete -c kafka-producer-perf-test.sh -l transactional-id -r -d 'send in transactions of this id'
complete -c kafka-producer-perf-test -l warmup-records -r -d 'the first so many are left out of a second summary'
complete -c kafka-producer-perf-test.sh -l warmup-records -r -d 'the first so many are left out of a second summary'
complete -c kafka-consumer-perf-test -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-consumer-perf-test.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-consumer-perf-test -l command-config -r -d 'client settings, a properties file'
complete -c kafka-consumer-perf-test.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-consumer-perf-test -l command-property -r -d 'one consumer setting; wins over the file'
complete -c kafka-consumer-perf-test.sh -l command-property -r -d 'one consumer setting; wins over the file'
complete -c kafka-consumer-perf-test -l consumer.config -r -d 'old name of --command-config'
complete -c kafka-consumer-perf-test.sh -l consumer.config -r -d 'old name of --command-config'
complete -c kafka-consumer-perf-test -l date-format -r -d 'how times are written, as Java\'s SimpleDateFormat'
complete -c kafka-consumer-perf-test.sh -l date-format -r -d 'how times are written, as Java\'s SimpleDateFormat'
complete -c kafka-consumer-perf-test -l fetch-size -r -d 'how much of a partition is asked for at once'
complete -c kafka-consumer-perf-test.sh -l fetch-size -r -d 'how much of a partition is asked for at once'
complete -c kafka-consumer-perf-test -l from-latest -d 'start at the end, not at the first record'
complete -c kafka-consumer-perf-test.sh -l from-latest -d 'start at the end, not at the first record'
complete -c kafka-consumer-perf-test -l group -r -d 'read in this consumer group'
complete -c kafka-consumer-perf-test.sh -l group -r -d 'read in this consumer group'
complete -c kafka-consumer-perf-test -l hide-header -d 'no header line'
complete -c kafka-consumer-perf-test.sh -l hide-header -d 'no header line'
complete -c kafka-consumer-perf-test -l include -r -d 'the topics to read, by pattern'
complete -c kafka-consumer-perf-test.sh -l include -r -d 'the topics to read, by pattern'
complete -c kafka-consumer-perf-test -l messages -r -d 'old name of --num-records'
complete -c kafka-consumer-perf-test.sh -l messages -r -d 'old name of --num-records'
complete -c kafka-consumer-perf-test -l num-records -r -d 'how many to read'
complete -c kafka-consumer-perf-test.sh -l num-records -r -d 'how many to read'
complete -c kafka-consumer-perf-test -l print-metrics -d 'all counters at the end'
complete -c kafka-consumer-perf-test.sh -l print-metrics -d 'all counters at the end'
complete -c kafka-consumer-perf-test -l reporting-interval -r -d 'the time between two lines'
complete -c kafka-consumer-perf-test.sh -l reporting-interval -r -d 'the time between two lines'
complete -c kafka-consumer-perf-test -l show-detailed-stats -d 'a line each interval'
complete -c kafka-consumer-perf-test.sh -l show-detailed-stats -d 'a line each interval'
complete -c kafka-consumer-perf-test -l socket-buffer-size -r -d 'taken and not needed: the system chooses'
complete -c kafka-consumer-perf-test.sh -l socket-buffer-size -r -d 'taken and not needed: the system chooses'
complete -c kafka-consumer-perf-test -l timeout -r -d 'give up when nothing came for so long'
complete -c kafka-consumer-perf-test.sh -l timeout -r -d 'give up when nothing came for so long'
complete -c kafka-consumer-perf-test -l topic -r -d 'the topic to read'
complete -c kafka-consumer-perf-test.sh -l topic -r -d 'the topic to read'
complete -c kafka-e2e-latency -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-e2e-latency.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-e2e-latency -l command-config -r -d 'client settings, a properties file'
complete -c kafka-e2e-latency.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-e2e-latency -l num-headers -r -d 'how many headers a record has'
complete -c kafka-e2e-latency.sh -l num-headers -r -d 'how many headers a record has'
complete -c kafka-e2e-latency -l num-records -r -d 'how many records'
complete -c kafka-e2e-latency.sh -l num-records -r -d 'how many records'
complete -c kafka-e2e-latency -l producer-acks -r -d '1 or all: who has to have a record'
complete -c kafka-e2e-latency.sh -l producer-acks -r -d '1 or all: who has to have a record'
complete -c kafka-e2e-latency -l record-header-key-size -r -d 'the size of a header\'s name'
complete -c kafka-e2e-latency.sh -l record-header-key-size -r -d 'the size of a header\'s name'
complete -c kafka-e2e-latency -l record-header-size -r -d 'the size of a header\'s value; -1 is null'
complete -c kafka-e2e-latency.sh -l record-header-size -r -d 'the size of a header\'s value; -1 is null'
complete -c kafka-e2e-latency -l record-key-size -r -d 'the size of a key'
complete -c kafka-e2e-latency.sh -l record-key-size -r -d 'the size of a key'
complete -c kafka-e2e-latency -l record-size -r -d 'the size of a value'
complete -c kafka-e2e-latency.sh -l record-size -r -d 'the size of a value'
complete -c kafka-e2e-latency -l topic -r -d 'the topic to write to and read from'
complete -c kafka-e2e-latency.sh -l topic -r -d 'the topic to write to and read from'
complete -c kafka-verifiable-producer -l acks -r -d 'who has to have a record: 0, 1 or -1 (all)'
complete -c kafka-verifiable-producer.sh -l acks -r -d 'who has to have a record: 0, 1 or -1 (all)'
complete -c kafka-verifiable-producer -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-verifiable-producer.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-verifiable-producer -l command-config -r -d 'client settings, a properties file'
complete -c kafka-verifiable-producer.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-verifiable-producer -l max-messages -r -d 'how many; -1 goes on until it is stopped'
complete -c kafka-verifiable-producer.sh -l max-messages -r -d 'how many; -1 goes on until it is stopped'
complete -c kafka-verifiable-producer -l message-create-time -r -d 'the first record\'s time; the clock runs on from there'
complete -c kafka-verifiable-producer.sh -l message-create-time -r -d 'the first record\'s time; the clock runs on from there'
complete -c kafka-verifiable-producer -l producer.config -r -d 'old name of --command-config'
complete -c kafka-verifiable-producer.sh -l producer.config -r -d 'old name of --command-config'
complete -c kafka-verifiable-producer -l repeating-keys -r -d 'keys from 0 to N-1 in turn'
complete -c kafka-verifiable-producer.sh -l repeating-keys -r -d 'keys from 0 to N-1 in turn'
complete -c kafka-verifiable-producer -l throughput -r -d 'at most so many a second; negative is no limit'
complete -c kafka-verifiable-producer.sh -l throughput -r -d 'at most so many a second; negative is no limit'
complete -c kafka-verifiable-producer -l topic -r -d 'where the records go'
complete -c kafka-verifiable-producer.sh -l topic -r -d 'where the records go'
complete -c kafka-verifiable-producer -l value-prefix -r -d 'put N and a dot before each value'
complete -c kafka-verifiable-producer.sh -l value-prefix -r -d 'put N and a dot before each value'
complete -c kafka-verifiable-consumer -l assignment-strategy -r -d 'the members\' assignor, with the classic protocol'
complete -c kafka-verifiable-consumer.sh -l assignment-strategy -r -d 'the members\' assignor, with the classic protocol'
complete -c kafka-verifiable-consumer -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-verifiable-consumer.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-verifiable-consumer -l command-config -r -d 'client settings, a properties file'
complete -c kafka-verifiable-consumer.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-verifiable-consumer -l consumer.config -r -d 'old name of --command-config'
complete -c kafka-verifiable-consumer.sh -l consumer.config -r -d 'old name of --command-config'
complete -c kafka-verifiable-consumer -l enable-autocommit -d 'offsets are committed by themselves'
complete -c kafka-verifiable-consumer.sh -l enable-autocommit -d 'offsets are committed by themselves'
complete -c kafka-verifiable-consumer -l group-id -r -d 'the consumer group'
complete -c kafka-verifiable-consumer.sh -l group-id -r -d 'the consumer group'
complete -c kafka-verifiable-consumer -l group-instance-id -r -d 'the name of a static member'
complete -c kafka-verifiable-consumer.sh -l group-instance-id -r -d 'the name of a static member'
complete -c kafka-verifiable-consumer -l group-protocol -r -d 'classic or consumer'
complete -c kafka-verifiable-consumer.sh -l group-protocol -r -d 'classic or consumer'
complete -c kafka-verifiable-consumer -l group-remote-assignor -r -d 'the broker\'s assignor, with the consumer protocol'
complete -c kafka-verifiable-consumer.sh -l group-remote-assignor -r -d 'the broker\'s assignor, with the consumer protocol'
complete -c kafka-verifiable-consumer -l max-messages -r -d 'how many; -1 goes on until it is stopped'
complete -c kafka-verifiable-consumer.sh -l max-messages -r -d 'how many; -1 goes on until it is stopped'
complete -c kafka-verifiable-consumer -l reset-policy -r -d 'where to start without an offset: earliest, latest or none'
complete -c kafka-verifiable-consumer.sh -l reset-policy -r -d 'where to start without an offset: earliest, latest or none'
complete -c kafka-verifiable-consumer -l session-timeout -r -d 'how long the member may be silent, with the classic protocol'
complete -c kafka-verifiable-consumer.sh -l session-timeout -r -d 'how long the member may be silent, with the classic protocol'
complete -c kafka-verifiable-consumer -l topic -r -d 'the topic to read'
complete -c kafka-verifiable-consumer.sh -l topic -r -d 'the topic to read'
complete -c kafka-verifiable-consumer -l verbose -d 'tell each record'
complete -c kafka-verifiable-consumer.sh -l verbose -d 'tell each record'
complete -c kafka-console-share-consumer -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-console-share-consumer.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-console-share-consumer -l command-config -r -d 'client settings, a properties file'
complete -c kafka-console-share-consumer.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-console-share-consumer -l command-property -r -d 'one consumer setting; wins over the file'
complete -c kafka-console-share-consumer.sh -l command-property -r -d 'one consumer setting; wins over the file'
complete -c kafka-console-share-consumer -l consumer-config -r -d 'old name of --command-config'
complete -c kafka-console-share-consumer.sh -l consumer-config -r -d 'old name of --command-config'
complete -c kafka-console-share-consumer -l consumer-property -r -d 'old name of --command-property'
complete -c kafka-console-share-consumer.sh -l consumer-property -r -d 'old name of --command-property'
complete -c kafka-console-share-consumer -l enable-systest-events -d 'print shutdown_complete at the end'
complete -c kafka-console-share-consumer.sh -l enable-systest-events -d 'print shutdown_complete at the end'
complete -c kafka-console-share-consumer -l formatter -r -d 'how a record is printed'
complete -c kafka-console-share-consumer.sh -l formatter -r -d 'how a record is printed'
complete -c kafka-console-share-consumer -l formatter-config -r -d 'settings of the formatter, a properties file'
complete -c kafka-console-share-consumer.sh -l formatter-config -r -d 'settings of the formatter, a properties file'
complete -c kafka-console-share-consumer -l formatter-property -r -d 'as for console-consumer, and print.delivery: how often it was delivered'
complete -c kafka-console-share-consumer.sh -l formatter-property -r -d 'as for console-consumer, and print.delivery: how often it was delivered'
complete -c kafka-console-share-consumer -l group -r -d 'the share group'
complete -c kafka-console-share-consumer.sh -l group -r -d 'the share group'
complete -c kafka-console-share-consumer -l key-deserializer -r -d 'how keys become text'
complete -c kafka-console-share-consumer.sh -l key-deserializer -r -d 'how keys become text'
complete -c kafka-console-share-consumer -l max-messages -r -d 'end after that many'
complete -c kafka-console-share-consumer.sh -l max-messages -r -d 'end after that many'
complete -c kafka-console-share-consumer -l property -r -d 'old name of --formatter-property'
complete -c kafka-console-share-consumer.sh -l property -r -d 'old name of --formatter-property'
complete -c kafka-console-share-consumer -l reject -d 'acknowledge each record as rejected'
complete -c kafka-console-share-consumer.sh -l reject -d 'acknowledge each record as rejected'
complete -c kafka-console-share-consumer -l reject-message-on-error -d 'reject a record that cannot be shown, and go on'
complete -c kafka-console-share-consumer.sh -l reject-message-on-error -d 'reject a record that cannot be shown, and go on'
complete -c kafka-console-share-consumer -l release -d 'give each record back to the group'
complete -c kafka-console-share-consumer.sh -l release -d 'give each record back to the group'
complete -c kafka-console-share-consumer -l timeout-ms -r -d 'end when nothing came for so long'
complete -c kafka-console-share-consumer.sh -l timeout-ms -r -d 'end when nothing came for so long'
complete -c kafka-console-share-consumer -l topic -r -d 'the topic to read'
complete -c kafka-console-share-consumer.sh -l topic -r -d 'the topic to read'
complete -c kafka-console-share-consumer -l value-deserializer -r -d 'how values become text'
complete -c kafka-console-share-consumer.sh -l value-deserializer -r -d 'how values become text'
complete -c kafka-share-consumer-perf-test -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-share-consumer-perf-test.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-share-consumer-perf-test -l command-config -r -d 'client settings, a properties file'
complete -c kafka-share-consumer-perf-test.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-share-consumer-perf-test -l command-property -r -d 'one consumer setting; wins over the file'
complete -c kafka-share-consumer-perf-test.sh -l command-property -r -d 'one consumer setting; wins over the file'
complete -c kafka-share-consumer-perf-test -l consumer.config -r -d 'old name of --command-config'
complete -c kafka-share-consumer-perf-test.sh -l consumer.config -r -d 'old name of --command-config'
complete -c kafka-share-consumer-perf-test -l date-format -r -d 'how times are written, as Java\'s SimpleDateFormat'
complete -c kafka-share-consumer-perf-test.sh -l date-format -r -d 'how times are written, as Java\'s SimpleDateFormat'
complete -c kafka-share-consumer-perf-test -l fetch-size -r -d 'how much is asked for at once'
complete -c kafka-share-consumer-perf-test.sh -l fetch-size -r -d 'how much is asked for at once'
complete -c kafka-share-consumer-perf-test -l group -r -d 'the share group'
complete -c kafka-share-consumer-perf-test.sh -l group -r -d 'the share group'
complete -c kafka-share-consumer-perf-test -l hide-header -d 'no header line'
complete -c kafka-share-consumer-perf-test.sh -l hide-header -d 'no header line'
complete -c kafka-share-consumer-perf-test -l messages -r -d 'old name of --num-records'
complete -c kafka-share-consumer-perf-test.sh -l messages -r -d 'old name of --num-records'
complete -c kafka-share-consumer-perf-test -l num-records -r -d 'how many to read'
complete -c kafka-share-consumer-perf-test.sh -l num-records -r -d 'how many to read'
complete -c kafka-share-consumer-perf-test -l print-metrics -d 'all counters at the end'
complete -c kafka-share-consumer-perf-test.sh -l print-metrics -d 'all counters at the end'
complete -c kafka-share-consumer-perf-test -l reporting-interval -r -d 'the time between two lines'
complete -c kafka-share-consumer-perf-test.sh -l reporting-interval -r -d 'the time between two lines'
complete -c kafka-share-consumer-perf-test -l show-consumer-stats -d 'a line each consumer'
complete -c kafka-share-consumer-perf-test.sh -l show-consumer-stats -d 'a line each consumer'
complete -c kafka-share-consumer-perf-test -l show-detailed-stats -d 'a line each interval'
complete -c kafka-share-consumer-perf-test.sh -l show-detailed-stats -d 'a line each interval'
complete -c kafka-share-consumer-perf-test -l socket-buffer-size -r -d 'taken and not needed: the system chooses'
complete -c kafka-share-consumer-perf-test.sh -l socket-buffer-size -r -d 'taken and not needed: the system chooses'
complete -c kafka-share-consumer-perf-test -l threads -r -d 'how many consumers'
complete -c kafka-share-consumer-perf-test.sh -l threads -r -d 'how many consumers'
complete -c kafka-share-consumer-perf-test -l timeout -r -d 'give up when nothing came for so long'
complete -c kafka-share-consumer-perf-test.sh -l timeout -r -d 'give up when nothing came for so long'
complete -c kafka-share-consumer-perf-test -l topic -r -d 'the topic to read'
complete -c kafka-share-consumer-perf-test.sh -l topic -r -d 'the topic to read'
complete -c kafka-verifiable-share-consumer -l acknowledgement-mode -r -d 'auto, sync or async'
complete -c kafka-verifiable-share-consumer.sh -l acknowledgement-mode -r -d 'auto, sync or async'
complete -c kafka-verifiable-share-consumer -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-verifiable-share-consumer.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-verifiable-share-consumer -l command-config -r -d 'client settings, a properties file'
complete -c kafka-verifiable-share-consumer.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-verifiable-share-consumer -l group-id -r -d 'the share group'
complete -c kafka-verifiable-share-consumer.sh -l group-id -r -d 'the share group'
complete -c kafka-verifiable-share-consumer -l max-messages -r -d 'how many; -1 goes on until it is stopped'
complete -c kafka-verifiable-share-consumer.sh -l max-messages -r -d 'how many; -1 goes on until it is stopped'
complete -c kafka-verifiable-share-consumer -l offset-reset-strategy -r -d 'where the group is told to begin: earliest or latest'
complete -c kafka-verifiable-share-consumer.sh -l offset-reset-strategy -r -d 'where the group is told to begin: earliest or latest'
complete -c kafka-verifiable-share-consumer -l topic -r -d 'the topic to read'
complete -c kafka-verifiable-share-consumer.sh -l topic -r -d 'the topic to read'
complete -c kafka-verifiable-share-consumer -l verbose -d 'tell each record'
complete -c kafka-verifiable-share-consumer.sh -l verbose -d 'tell each record'
complete -c kafka-cluster -l bootstrap-controller -r -d 'controllers to ask, in place of brokers'
complete -c kafka-cluster.sh -l bootstrap-controller -r -d 'controllers to ask, in place of brokers'
complete -c kafka-cluster -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-cluster.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-cluster -l command-config -r -d 'client settings'
complete -c kafka-cluster.sh -l command-config -r -d 'client settings'
complete -c kafka-cluster -l config -r -d 'client settings'
complete -c kafka-cluster.sh -l config -r -d 'client settings'
complete -c kafka-cluster -l id -r -d 'the broker to take off the books'
complete -c kafka-cluster.sh -l id -r -d 'the broker to take off the books'
complete -c kafka-cluster -l include-fenced-brokers -d 'brokers that are fenced too'
complete -c kafka-cluster.sh -l include-fenced-brokers -d 'brokers that are fenced too'
complete -c kafka-configs -l add-config -r -d 'settings to set'
complete -c kafka-configs.sh -l add-config -r -d 'settings to set'
complete -c kafka-configs -l add-config-file -r -d 'settings to set, from a properties file; not with --add-config'
complete -c kafka-configs.sh -l add-config-file -r -d 'settings to set, from a properties file; not with --add-config'
complete -c kafka-configs -l all -d 'describe all settings with their sources, not just those of the entity'
complete -c kafka-configs.sh -l all -d 'describe all settings with their sources, not just those of the entity'
complete -c kafka-configs -l alter -d 'change settings'
complete -c kafka-configs.sh -l alter -d 'change settings'
complete -c kafka-configs -l bootstrap-controller -r -d 'controllers to ask, in place of brokers'
complete -c kafka-configs.sh -l bootstrap-controller -r -d 'controllers to ask, in place of brokers'
complete -c kafka-configs -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-configs.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-configs -l broker -r -d 'short for a broker'
complete -c kafka-configs.sh -l broker -r -d 'short for a broker'
complete -c kafka-configs -l broker-defaults -d 'short for all brokers\' defaults'
complete -c kafka-configs.sh -l broker-defaults -d 'short for all brokers\' defaults'
complete -c kafka-configs -l broker-logger -r -d 'short for a broker\'s log levels'
complete -c kafka-configs.sh -l broker-logger -r -d 'short for a broker\'s log levels'
complete -c kafka-configs -l client -r -d 'short for a client'
complete -c kafka-configs.sh -l client -r -d 'short for a client'
complete -c kafka-configs -l client-defaults -d 'short for the default client'
complete -c kafka-configs.sh -l client-defaults -d 'short for the default client'
complete -c kafka-configs -l client-metrics -r -d 'short for a client metrics subscription'
complete -c kafka-configs.sh -l client-metrics -r -d 'short for a client metrics subscription'
complete -c kafka-configs -l command-config -r -d 'client settings, a properties file'
complete -c kafka-configs.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-configs -l delete-config -r -d 'settings to take away'
complete -c kafka-configs.sh -l delete-config -r -d 'settings to take away'
complete -c kafka-configs -l describe -d 'show settings'
complete -c kafka-configs.sh -l describe -d 'show settings'
complete -c kafka-configs -l entity-default -d 'the defaults of clients, users, brokers or ips'
complete -c kafka-configs.sh -l entity-default -d 'the defaults of clients, users, brokers or ips'
complete -c kafka-configs -l entity-name -r -d 'name of the entity'
complete -c kafka-configs.sh -l entity-name -r -d 'name of the entity'
complete -c kafka-configs -l entity-type -r -d 'topics, clients, users, brokers, broker-loggers, ips, client-metrics or groups'
complete -c kafka-configs.sh -l entity-type -r -d 'topics, clients, users, brokers, broker-loggers, ips, client-metrics or groups'
complete -c kafka-configs -l group -r -d 'short for a group'
complete -c kafka-configs.sh -l group -r -d 'short for a group'
complete -c kafka-configs -l ip -r -d 'short for an ip'
complete -c kafka-configs.sh -l ip -r -d 'short for an ip'
complete -c kafka-configs -l ip-defaults -d 'short for the default ip'
complete -c kafka-configs.sh -l ip-defaults -d 'short for the default ip'
complete -c kafka-configs -l topic -r -d 'short for --entity-type topics --entity-name NAME'
complete -c kafka-configs.sh -l topic -r -d 'short for --entity-type topics --entity-name NAME'
complete -c kafka-configs -l user -r -d 'short for a user'
complete -c kafka-configs.sh -l user -r -d 'short for a user'
complete -c kafka-configs -l user-defaults -d 'short for the default user'
complete -c kafka-configs.sh -l user-defaults -d 'short for the default user'
complete -c kafka-leader-election -l admin.config -r -d 'client settings'
complete -c kafka-leader-election.sh -l admin.config -r -d 'client settings'
complete -c kafka-leader-election -l all-topic-partitions -d 'all partitions that need it'
complete -c kafka-leader-election.sh -l all-topic-partitions -d 'all partitions that need it'
complete -c kafka-leader-election -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-leader-election.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-leader-election -l command-config -r -d 'client settings, a properties file'
complete -c kafka-leader-election.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-leader-election -l election-type -r -d 'kind of election, in any case'
complete -c kafka-leader-election.sh -l election-type -r -d 'kind of election, in any case'
complete -c kafka-leader-election -l partition -r -d 'one partition, with --topic'
complete -c kafka-leader-election.sh -l partition -r -d 'one partition, with --topic'
complete -c kafka-leader-election -l path-to-json-file -r -d 'partitions from a file'
complete -c kafka-leader-election.sh -l path-to-json-file -r -d 'partitions from a file'
complete -c kafka-leader-election -l topic -r -d 'one topic, with --partition'
complete -c kafka-leader-election.sh -l topic -r -d 'one topic, with --partition'
complete -c kafka-reassign-partitions -l additional -d 'even if another plan is under way'
complete -c kafka-reassign-partitions.sh -l additional -d 'even if another plan is under way'
complete -c kafka-reassign-partitions -l bootstrap-controller -r -d 'controllers to ask, in place of brokers'
complete -c kafka-reassign-partitions.sh -l bootstrap-controller -r -d 'controllers to ask, in place of brokers'
complete -c kafka-reassign-partitions -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-reassign-partitions.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-reassign-partitions -l broker-list -r -d 'generate: to which brokers'
complete -c kafka-reassign-partitions.sh -l broker-list -r -d 'generate: to which brokers'
complete -c kafka-reassign-partitions -l cancel -d 'stop a plan under way'
complete -c kafka-reassign-partitions.sh -l cancel -d 'stop a plan under way'
complete -c kafka-reassign-partitions -l command-config -r -d 'client settings, a properties file'
complete -c kafka-reassign-partitions.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-reassign-partitions -l disable-rack-aware -d 'generate: mind no racks'
complete -c kafka-reassign-partitions.sh -l disable-rack-aware -d 'generate: mind no racks'
complete -c kafka-reassign-partitions -l disallow-replication-factor-change -d 'refuse a plan that changes the number of replicas'
complete -c kafka-reassign-partitions.sh -l disallow-replication-factor-change -d 'refuse a plan that changes the number of replicas'
complete -c kafka-reassign-partitions -l execute -d 'start a plan'
complete -c kafka-reassign-partitions.sh -l execute -d 'start a plan'
complete -c kafka-reassign-partitions -l generate -d 'propose a plan'
complete -c kafka-reassign-partitions.sh -l generate -d 'propose a plan'
complete -c kafka-reassign-partitions -l list -d 'show what is under way'
complete -c kafka-reassign-partitions.sh -l list -d 'show what is under way'
complete -c kafka-reassign-partitions -l preserve-throttles -d 'leave throttles as they are'
complete -c kafka-reassign-partitions.sh -l preserve-throttles -d 'leave throttles as they are'
complete -c kafka-reassign-partitions -l reassignment-json-file -r -d 'the plan'
complete -c kafka-reassign-partitions.sh -l reassignment-json-file -r -d 'the plan'
complete -c kafka-reassign-partitions -l replica-alter-log-dirs-throttle -r -d 'speed limit between folders of one broker'
complete -c kafka-reassign-partitions.sh -l replica-alter-log-dirs-throttle -r -d 'speed limit between folders of one broker'
complete -c kafka-reassign-partitions -l throttle -r -d 'speed limit between brokers'
complete -c kafka-reassign-partitions.sh -l throttle -r -d 'speed limit between brokers'
complete -c kafka-reassign-partitions -l timeout -r -d 'how long a move between folders may take to begin'
complete -c kafka-reassign-partitions.sh -l timeout -r -d 'how long a move between folders may take to begin'
complete -c kafka-reassign-partitions -l topics-to-move-json-file -r -d 'generate: which topics'
complete -c kafka-reassign-partitions.sh -l topics-to-move-json-file -r -d 'generate: which topics'
complete -c kafka-reassign-partitions -l verify -d 'see how far a plan is; lifts throttles when it is done'
complete -c kafka-reassign-partitions.sh -l verify -d 'see how far a plan is; lifts throttles when it is done'
complete -c kafka-features -l bootstrap-controller -r -d 'controllers to ask, in place of brokers'
complete -c kafka-features.sh -l bootstrap-controller -r -d 'controllers to ask, in place of brokers'
complete -c kafka-features -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-features.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-features -l command-config -r -d 'client settings, a properties file'
complete -c kafka-features.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-features -l dry-run -d 'only check'
complete -c kafka-features.sh -l dry-run -d 'only check'
complete -c kafka-features -l feature -r -d 'the feature and its level'
complete -c kafka-features.sh -l feature -r -d 'the feature and its level'
complete -c kafka-features -l metadata -r -d 'metadata.version alone'
complete -c kafka-features.sh -l metadata -r -d 'metadata.version alone'
complete -c kafka-features -l node-id -r -d 'which node to ask'
complete -c kafka-features.sh -l node-id -r -d 'which node to ask'
complete -c kafka-features -l release-version -r -d 'the release'
complete -c kafka-features.sh -l release-version -r -d 'the release'
complete -c kafka-features -l unsafe -d 'even where metadata would be lost'
complete -c kafka-features.sh -l unsafe -d 'even where metadata would be lost'
complete -c kafka-metadata-quorum -l bootstrap-controller -r -d 'controllers to ask, in place of brokers'
complete -c kafka-metadata-quorum.sh -l bootstrap-controller -r -d 'controllers to ask, in place of brokers'
complete -c kafka-metadata-quorum -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-metadata-quorum.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-metadata-quorum -l command-config -r -d 'client settings, a properties file'
complete -c kafka-metadata-quorum.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-metadata-quorum -l controller-directory-id -r -d 'its directory'
complete -c kafka-metadata-quorum.sh -l controller-directory-id -r -d 'its directory'
complete -c kafka-metadata-quorum -l controller-id -r -d 'which one'
complete -c kafka-metadata-quorum.sh -l controller-id -r -d 'which one'
complete -c kafka-metadata-quorum -l dry-run -d 'only say what would be done'
complete -c kafka-metadata-quorum.sh -l dry-run -d 'only say what would be done'
complete -c kafka-metadata-quorum -l human-readable -d '--replication with durations'
complete -c kafka-metadata-quorum.sh -l human-readable -d '--replication with durations'
complete -c kafka-metadata-quorum -l replication -d 'a table of the replicas'
complete -c kafka-metadata-quorum.sh -l replication -d 'a table of the replicas'
complete -c kafka-metadata-quorum -l status -d 'a short summary'
complete -c kafka-metadata-quorum.sh -l status -d 'a short summary'
complete -c kafka-client-metrics -l alter -d 'make or change one'
complete -c kafka-client-metrics.sh -l alter -d 'make or change one'
complete -c kafka-client-metrics -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-client-metrics.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-client-metrics -l command-config -r -d 'client settings, a properties file'
complete -c kafka-client-metrics.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-client-metrics -l delete -d 'remove one'
complete -c kafka-client-metrics.sh -l delete -d 'remove one'
complete -c kafka-client-metrics -l describe -d 'show one, or all'
complete -c kafka-client-metrics.sh -l describe -d 'show one, or all'
complete -c kafka-client-metrics -l generate-name -d 'make up a UUID as the name'
complete -c kafka-client-metrics.sh -l generate-name -d 'make up a UUID as the name'
complete -c kafka-client-metrics -l interval -r -d 'how often; empty takes it away'
complete -c kafka-client-metrics.sh -l interval -r -d 'how often; empty takes it away'
complete -c kafka-client-metrics -l list -d 'print the subscriptions'
complete -c kafka-client-metrics.sh -l list -d 'print the subscriptions'
complete -c kafka-client-metrics -l match -r -d 'which clients'
complete -c kafka-client-metrics.sh -l match -r -d 'which clients'
complete -c kafka-client-metrics -l metrics -r -d 'which metrics'
complete -c kafka-client-metrics.sh -l metrics -r -d 'which metrics'
complete -c kafka-client-metrics -l name -r -d 'which one'
complete -c kafka-client-metrics.sh -l name -r -d 'which one'
complete -c kafka-acls -l add -d 'add rules'
complete -c kafka-acls.sh -l add -d 'add rules'
complete -c kafka-acls -l allow-host -r -d 'from where the allowed may come'
complete -c kafka-acls.sh -l allow-host -r -d 'from where the allowed may come'
complete -c kafka-acls -l allow-principal -r -d 'who is allowed'
complete -c kafka-acls.sh -l allow-principal -r -d 'who is allowed'
complete -c kafka-acls -l bootstrap-controller -r -d 'controllers to ask, in place of brokers'
complete -c kafka-acls.sh -l bootstrap-controller -r -d 'controllers to ask, in place of brokers'
complete -c kafka-acls -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-acls.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-acls -l cluster -d 'rules of the cluster'
complete -c kafka-acls.sh -l cluster -d 'rules of the cluster'
complete -c kafka-acls -l command-config -r -d 'client settings, a properties file'
complete -c kafka-acls.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-acls -l consumer -d 'the rules a consumer needs: Read, Describe on the topic, Read on the group'
complete -c kafka-acls.sh -l consumer -d 'the rules a consumer needs: Read, Describe on the topic, Read on the group'
complete -c kafka-acls -l delegation-token -r -d 'rules of a delegation token'
complete -c kafka-acls.sh -l delegation-token -r -d 'rules of a delegation token'
complete -c kafka-acls -l deny-host -r -d 'from where the denied come'
complete -c kafka-acls.sh -l deny-host -r -d 'from where the denied come'
complete -c kafka-acls -l deny-principal -r -d 'who is denied'
complete -c kafka-acls.sh -l deny-principal -r -d 'who is denied'
complete -c kafka-acls -l force -d 'do not ask before removing'
complete -c kafka-acls.sh -l force -d 'do not ask before removing'
complete -c kafka-acls -l group -r -d 'rules of a group'
complete -c kafka-acls.sh -l group -r -d 'rules of a group'
complete -c kafka-acls -l idempotent -d 'with --producer: IdempotentWrite on the cluster'
complete -c kafka-acls.sh -l idempotent -d 'with --producer: IdempotentWrite on the cluster'
complete -c kafka-acls -l list -d 'show rules'
complete -c kafka-acls.sh -l list -d 'show rules'
complete -c kafka-acls -l operation -r -d 'what is allowed or denied'
complete -c kafka-acls.sh -l operation -r -d 'what is allowed or denied'
complete -c kafka-acls -l principal -r -d 'list only rules for these'
complete -c kafka-acls.sh -l principal -r -d 'list only rules for these'
complete -c kafka-acls -l producer -d 'the rules a producer needs: Write, Describe, Create on the topic'
complete -c kafka-acls.sh -l producer -d 'the rules a producer needs: Write, Describe, Create on the topic'
complete -c kafka-acls -l remove -d 'remove rules; asks first unless --force'
complete -c kafka-acls.sh -l remove -d 'remove rules; asks first unless --force'
complete -c kafka-acls -l resource-pattern-type -r -d 'ANY, MATCH, LITERAL or PREFIXED; the first two only for list and remove'
complete -c kafka-acls.sh -l resource-pattern-type -r -d 'ANY, MATCH, LITERAL or PREFIXED; the first two only for list and remove'
complete -c kafka-acls -l topic -r -d 'rules of a topic'
complete -c kafka-acls.sh -l topic -r -d 'rules of a topic'
complete -c kafka-acls -l transactional-id -r -d 'rules of a transactional id'
complete -c kafka-acls.sh -l transactional-id -r -d 'rules of a transactional id'
complete -c kafka-acls -l user-principal -r -d 'rules on a user as the thing acted upon'
complete -c kafka-acls.sh -l user-principal -r -d 'rules on a user as the thing acted upon'
complete -c kafka-delegation-tokens -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-delegation-tokens.sh -l bootstrap-server -r -d 'brokers to ask first'
complete -c kafka-delegation-tokens -l command-config -r -d 'client settings, a properties file'
complete -c kafka-delegation-tokens.sh -l command-config -r -d 'client settings, a properties file'
complete -c kafka-delegation-tokens -l create -d 'make a token'
complete -c kafka-delegation-tokens.sh -l create -d 'make a token'
complete -c kafka-delegation-tokens -l describe -d 'show tokens'
complete -c kafka-delegation-tokens.sh -l describe -d 'show tokens'
complete -c kafka-delegation-tokens -l expire -d 'end it'
complete -c kafka-delegation-tokens.sh -l expire -d 'end it'
complete -c kafka-delegation-tokens -l expiry-time-period -r -d 'when to expire; -1 is at once'
complete -c kafka-delegation-tokens.sh -l expiry-time-period -r -d 'when to expire; -1 is at once'
complete -c kafka-delegation-tokens -l hmac -r -d 'the token'
complete -c kafka-delegation-tokens.sh -l hmac -r -d 'the token'
complete -c kafka-delegation-tokens -l max-life-time-period -r -d 'longest life; -1 is the broker\'s value'
complete -c kafka-delegation-tokens.sh -l max-life-time-period -r -d 'longest life; -1 is the broker\'s value'
complete -c kafka-delegation-tokens -l owner-principal -r -d 'owner'
complete -c kafka-delegation-tokens.sh -l owner-principal -r -d 'owner'
complete -c kafka-delegation-tokens -l renew -d 'make it live longer'
complete -c kafka-delegation-tokens.sh -l renew -d 'make it live longer'
complete -c kafka-delegation-tokens -l renew-time-period -r -d 'until when to renew; -1 is the broker\'s value'
complete -c kafka-delegation-tokens.sh -l renew-time-period -r -d 'until when to renew; -1 is the broker\'s value'
complete -c kafka-delegation-tokens -l renewer-principal -r -d 'who may renew it'
complete -c kafka-delegation-tokens.sh -l renewer-principal -r -d 'who may renew it'
complete -c kafka-storage -l add-scram -r -d 'a user to begin with: SCRAM-SHA-256=[name=alice,password=…]'
complete -c kafka-storage.sh -l add-scram -r -d 'a user to begin with: SCRAM-SHA-256=[name=alice,password=…]'
complete -c kafka-storage -l cluster-id -r -d 'the id of the cluster'
complete -c kafka-storage.sh -l cluster-id -r -d 'the id of the cluster'
complete -c kafka-storage -l config -r -d 'the broker\'s server.properties'
complete -c kafka-storage.sh -l config -r -d 'the broker\'s server.properties'
complete -c kafka-storage -l feature -r -d 'the feature and its level'
complete -c kafka-storage.sh -l feature -r -d 'the feature and its level'
complete -c kafka-storage -l ignore-formatted -d 'leave folders alone that are formatted already'
complete -c kafka-storage.sh -l ignore-formatted -d 'leave folders alone that are formatted already'
complete -c kafka-storage -l initial-controllers -r -d 'the quorum, kept in the log'
complete -c kafka-storage.sh -l initial-controllers -r -d 'the quorum, kept in the log'
complete -c kafka-storage -l no-initial-controllers -d 'no quorum yet'
complete -c kafka-storage.sh -l no-initial-controllers -d 'no quorum yet'
complete -c kafka-storage -l release-version -r -d 'the release (default: the newest)'
complete -c kafka-storage.sh -l release-version -r -d 'the release (default: the newest)'
complete -c kafka-storage -l standalone -d 'a quorum of this node alone, kept in the log'
complete -c kafka-storage.sh -l standalone -d 'a quorum of this node alone, kept in the log'
complete -c kafka-dump-log -l cluster-metadata-decoder -d 'records of the metadata log'
complete -c kafka-dump-log.sh -l cluster-metadata-decoder -d 'records of the metadata log'
complete -c kafka-dump-log -l deep-iteration -d 'look into the batches; --print-data-log does so by itself'
complete -c kafka-dump-log.sh -l deep-iteration -d 'look into the batches; --print-data-log does so by itself'
complete -c kafka-dump-log -l files -r -d 'segments, indexes and snapshots to print'
complete -c kafka-dump-log.sh -l files -r -d 'segments, indexes and snapshots to print'
complete -c kafka-dump-log -l index-sanity-check -d 'check an index as a broker\'s start does, print nothing of it'
complete -c kafka-dump-log.sh -l index-sanity-check -d 'check an index as a broker\'s start does, print nothing of it'
complete -c kafka-dump-log -l key-decoder-class -r -d 'how keys become text: String-, Integer- or LongDecoder'
complete -c kafka-dump-log.sh -l key-decoder-class -r -d 'how keys become text: String-, Integer- or LongDecoder'
complete -c kafka-dump-log -l max-bytes -r -d 'read so much of a log at most'
complete -c kafka-dump-log.sh -l max-bytes -r -d 'read so much of a log at most'
complete -c kafka-dump-log -l max-message-size -r -d 'the largest batch that an index may point to'
complete -c kafka-dump-log.sh -l max-message-size -r -d 'the largest batch that an index may point to'
complete -c kafka-dump-log -l offsets-decoder -d 'records of __consumer_offsets'
complete -c kafka-dump-log.sh -l offsets-decoder -d 'records of __consumer_offsets'
complete -c kafka-dump-log -l print-data-log -d 'show the records too; any decoder does so by itself'
complete -c kafka-dump-log.sh -l print-data-log -d 'show the records too; any decoder does so by itself'
complete -c kafka-dump-log -l remote-log-metadata-decoder -d 'records of __remote_log_metadata (tiered storage)'
complete -c kafka-dump-log.sh -l remote-log-metadata-decoder -d 'records of __remote_log_metadata (tiered storage)'
complete -c kafka-dump-log -l share-group-state-decoder -d 'records of __share_group_state'
complete -c kafka-dump-log.sh -l share-group-state-decoder -d 'records of __share_group_state'
complete -c kafka-dump-log -l skip-record-metadata -d 'of each record the key and the value only'
complete -c kafka-dump-log.sh -l skip-record-metadata -d 'of each record the key and the value only'
complete -c kafka-dump-log -l transaction-log-decoder -d 'records of __transaction_state'
complete -c kafka-dump-log.sh -l transaction-log-decoder -d 'records of __transaction_state'
complete -c kafka-dump-log -l value-decoder-class -r -d 'how values become text'
complete -c kafka-dump-log.sh -l value-decoder-class -r -d 'how values become text'
complete -c kafka-dump-log -l verify-index-only -d 'compare an index with its log, print nothing of it'
complete -c kafka-dump-log.sh -l verify-index-only -d 'compare an index with its log, print nothing of it'
complete -c kafka-metadata-shell -l directory -r -d 'a data folder in place of a file: its newest snapshot and the log behind it'
complete -c kafka-metadata-shell.sh -l directory -r -d 'a data folder in place of a file: its newest snapshot and the log behind it'
complete -c kafka-metadata-shell -l snapshot -r -d 'the snapshot or the log segment to look into; a data folder does too'
complete -c kafka-metadata-shell.sh -l snapshot -r -d 'the snapshot or the log segment to look into; a data folder does too'
complete -c kafka-replica-verification -l broker-list -r -d 'brokers to ask first'
complete -c kafka-replica-verification.sh -l broker-list -r -d 'brokers to ask first'
complete -c kafka-replica-verification -l fetch-size -r -d 'of a partition in one fetch'
complete -c kafka-replica-verification.sh -l fetch-size -r -d 'of a partition in one fetch'
complete -c kafka-replica-verification -l max-wait-ms -r -d 'the longest wait of a fetch'
complete -c kafka-replica-verification.sh -l max-wait-ms -r -d 'the longest wait of a fetch'
complete -c kafka-replica-verification -l report-interval-ms -r -d 'time between reports'
complete -c kafka-replica-verification.sh -l report-interval-ms -r -d 'time between reports'
complete -c kafka-replica-verification -l time -r -d 'where to start: at the end, at the beginning, or at that moment'
complete -c kafka-replica-verification.sh -l time -r -d 'where to start: at the end, at the beginning, or at that moment'
complete -c kafka-replica-verification -l topics-include -r -d 'topics to verify'
complete -c kafka-replica-verification.sh -l topics-include -r -d 'topics to verify'
