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
complete -c kt -n "__fish_kt_needs_command" -f -a "zookeeper-server-start" -d 'not needed any more; says so and succeeds'
complete -c kt -n "__fish_kt_needs_command" -f -a "zookeeper-server-stop" -d 'not needed any more; says so and succeeds'
complete -c kt -n "__fish_kt_needs_command" -f -a "zookeeper-shell" -d 'not there any more; says what to use instead'
complete -c kt -n "__fish_kt_needs_command" -f -a "help" -d 'show all commands, or one'
complete -c kt -n "__fish_kt_needs_command" -f -a "version" -d 'show kt\'s version; -v for what it is made of'
complete -c kt -n "__fish_kt_needs_command" -f -a "links" -d 'make kafka-topics.sh and all its kin as links to kt'
complete -c kt -n "__fish_kt_needs_command" -f -a "completions" -d 'print the completion script of a shell'
complete -c kt -n "__fish_kt_needs_command" -f -a "man" -d 'write the manual pages into a folder'
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
