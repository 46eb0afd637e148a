//! `kt help config` and its like: pages on what several commands share.

use crate::commands::failure::Exit;

/// `kt help exit-codes` and its like.
pub fn concept(name: &str) -> Option<String> {
    match name {
        "tools" => Some(super::help::all_tools()),
        "exit-codes" => Some(exit_codes()),
        "connection" => Some(CONNECTION.to_owned()),
        "config" => Some(CONFIG.to_owned()),
        "offsets" => Some(OFFSETS.to_owned()),
        "formats" => Some(FORMATS.to_owned()),
        _ => None,
    }
}

pub const CONCEPTS: [&str; 6] = ["config", "connection", "exit-codes", "formats", "offsets", "tools"];

fn exit_codes() -> String {
    let mut text = String::from("Exit codes of kt's own verbs\n\n    0  done\n");
    for (exit, means) in Exit::ALL {
        text += &format!("    {}  {means}\n", exit as u8);
    }
    text += "  130  interrupted by Ctrl-C; 143 terminated\n\n";
    text += "With Kafka's flags the codes are the original's: 0, or 1 where it fails (and 0 where it fails with 0).\n";
    text
}

const CONNECTION: &str = "\
Which cluster a call talks to: the first of these that is there

  --bootstrap-server HOST:PORT,…     (-b in kt's own grammar; --broker-list is taken too)
  --context NAME                     (-C; kt -C NAME … in front of Kafka's flags)
  $KT_CONTEXT, $KT_BOOTSTRAP, $KAFKA_BOOTSTRAP_SERVERS
  the context of the project's .kt.toml, then the one of kt context use
  localhost:9092

An address without --context takes no login of a context with it. kt context show --resolved tells what holds here,
kt help config what a context can say.

--bootstrap-server embedded starts a broker inside this call on a temporary folder, embedded:DIR on a folder that stays.
--command-config FILE holds client settings (security.protocol, sasl.jaas.config, …) as for the original's tools.
";

const CONFIG: &str = "\
Configuration: clusters under names of your own

  flag  >  environment  >  project's .kt.toml  >  config.toml  >  default

~/.config/kt/config.toml (XDG_CONFIG_HOME, or the file that KT_CONFIG names):

  context = \"dev\"                       # the one in use: kt context use dev

  [contexts.dev]
  bootstrap = \"localhost:9092\"

  [contexts.prod]
  bootstrap = \"kafka1.prod:9093,kafka2.prod:9093\"
  tls = true
  user = \"ci\"
  mechanism = \"SCRAM-SHA-512\"           # default PLAIN
  password-command = \"pass kafka/prod\"  # one of the places below
  protected = true                      # what destroys wants this name typed
  timeout = \"10s\"
  [contexts.prod.properties]            # any client setting, keys in quotes
  \"ssl.truststore.location\" = \"/etc/ssl/prod.pem\"

More keys: command-config (a Java client's file), resolve = [\"kafka:9092=localhost:9092\"], read-only = true.

Where the password of a user is, in the order worth trying; without any of them $KT_PASSWORD holds it, else it is asked
for at a terminal, once a call (--no-input fails instead). kt --user NAME … logs in as somebody else in the same way.

  password-keyring = \"prod\"             # Linux: secret-tool store --label kt service kt name prod   puts it there
                                        # macOS: security add-generic-password -s kt -w -a prod
  password-command = \"pass show kafka/prod | head -1\"
  password-command = \"secret-tool lookup service kafka user ci\"                # the keyring, by keys of your own
  password-command = \"security find-generic-password -s kafka -a ci -w\"        # the same on macOS
  password-command = \"vault kv get -field=password secret/kafka\"               # whatever prints one line
  password-file = \"~/.secrets/kafka\"    # its first line
  password-env = \"PROD_PASSWORD\"        # a variable

A password is never a flag and is never shown. In a protected context, what cannot be undone asks for the context's
name; a script says --yes --context prod, or --yes-i-mean prod. In a read-only one nothing is changed.

A .kt.toml in a project (looked for up to the folder with .git) has the same form. Because it comes with the repository
it may not name commands, keyrings, files or variables to take a password from, but for variables that begin with KT_ or
KAFKA_.

Environment: KT_CONTEXT, KT_BOOTSTRAP, KT_COMMAND_CONFIG, KT_PASSWORD, KT_TIMEOUT, KT_CONFIG; KT_HINTS=0 keeps quiet.
Long help and long descriptions are shown by KT_PAGER, else PAGER, else less -FRX; an empty KT_PAGER switches that off.
";

const OFFSETS: &str = "\
Places in a topic

  beginning, earliest    the first record that is kept
  end, latest            behind the last one
  42                     that offset
  -10                    ten before the end (in groups reset: back by ten)
  +10                    ten after the beginning (in groups reset: on by ten)
  @-1h                   an hour ago; 30s, 15m, 1h, 7d
  @2026-11-21            that day, 00:00 UTC; also @2026-11-21T10:00
  @2026-11-21T10:00Z     seconds may follow, and Z or +01:00; without either it is UTC
  @today, @yesterday     midnight, UTC; @now
  @1700000000000         milliseconds since 1970; ten digits are seconds
  stored                 where the group of kt consume -g has committed; it is not joined

Ranges, for kt consume (TO is not read any more, and a range ends by itself)

  5:9   :9   -10:        from the beginning without FROM, to the end without TO
  @-2h:@-1h   @-1h:now   moments on both sides
  5:+10   @-1h:+10m      so many records, or so much time
  0=42,2=-5,end          by partition; what stands alone is for the others

kt consume TOPIC -o PLACE or FROM:TO, -e to end where the topic ends now, --tail 10 for the newest ten of
all partitions; kt get TOPIC:PARTITION:OFFSET; kt groups reset GROUP TOPIC --to PLACE; kt offsets TOPIC shows what
is there.
";

const FORMATS: &str = "\
Forms of a result: --output (-o in listings)

  table      aligned on a terminal, tab-separated in a pipe   (default)
  wide       the table with all its columns
  json       one document; its field names stay
  jsonl      one line an item
  yaml       the same as json, for people; of kt topics describe the file that kt apply reads
  csv, tsv   all columns, with a line of titles (--no-headers leaves it out)
  name       the first column alone, for xargs
  help       the fields of the JSON form, with types and meanings; the cluster is not asked

  --jq EXPR  what jq makes of the JSON form: kt topics --jq '.[] | select(.partitions > 3).topic' --raw-output

Forms of records: kt consume, kt tail, kt get

  (nothing)        the values; on a terminal also time, partition:offset and key, control characters written out
  -J               a line of JSON each, without loss; kt produce -i json reads it:
                   {\"topic\":\"orders\",\"partition\":2,\"offset\":1,\"timestamp\":\"2026-11-21T11:04:31.204Z\",
                    \"timestampType\":\"CreateTime\",\"key\":\"o-1\",\"value\":{\"total\":12},
                    \"headers\":[{\"key\":\"a\",\"value\":\"b\"}]}
                   an object or array stands as it is, other text as a string (\"12\" is the payload 12), null is no
                   payload (a tombstone) and \"\" an empty one; bytes that are no UTF-8 are \"valueBase64\" or \"keyBase64\"
  -f FORMAT        %t topic %p partition %o offset %k key %s or %v value %T ms %h headers %% a percent sign
                   %k{hex} %s{base64} %s{json}; %k{i64} %s{f64} (i8 to i64, u8 to u64, f32) as Java writes them,
                   %k{u32le} the lowest byte first; %T{iso}, %T{%F %H:%M:%S} in local time; %h{%k=%v;} each header so
                   %K %S lengths (-1: null), %R that of the value as four bytes, %H how many headers, %i counts from 0;
                   %e leader epoch, %x producer id, %y its epoch, %a{compression} (timestamp-type, transactional, control)
                   %S{big32} %o{hex16} %K{little64} numbers as bytes or so many digits; \\n \\t \\x1f \\0
  --jq EXPR        what jq makes of the JSON of -J: --jq '.value.total', -r (--raw-output) for texts
                   without quotes
  --print PARTS    Kafka's columns: timestamp, partition, offset, headers, key, value

  -K TEXT          key, this text, and value: what kt produce -K TEXT reads; -D TEXT ends a record in place of a line break
  --control        also the records that end transactions; in -J they have \"control\":{\"type\":\"COMMIT\",\"producerId\":…}
                   in place of key, value and headers, and cannot be produced

kt produce reads lines (-K: for key:value, -D ';' for other ends), -i json, csv, tsv or file, and --template. A CSV's
first row names the columns: key, value, partition, timestamp, header.NAME; without a value column all others become a
JSON object. --key-from, --value-from, --header-from, --partition-from and --timestamp-from name other columns, or the
fields of JSON that is no envelope: kt produce orders -i json --key-from .order.id makes each line a value.
--key-form i64 and --value-form hex say in which form keys and values stand there.

Results go to stdout; questions, progress, notes and errors go to stderr. NO_COLOR, CLICOLOR and --color decide on
colour.
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_concept_has_its_page() {
        for name in CONCEPTS {
            let page = concept(name).expect("it is listed");
            assert!(page.lines().count() > 5, "{name}");
            assert!(page.lines().all(|line| line.chars().count() <= 120), "{name}");
        }
    }

    #[test]
    fn what_the_page_on_configuration_shows_can_be_read() {
        let lines = CONFIG
            .lines()
            .skip_while(|line| !line.starts_with("  context"))
            .take_while(|line| !line.starts_with("More"));
        let text: Vec<&str> = lines.map(|line| line.trim_start()).collect();
        let read = crate::commands::contexts::file::parse(
            &text.join("\n"),
            std::path::Path::new("config.toml"),
            crate::commands::contexts::file::Owner::User,
        );
        let file = read.expect("the page is right");
        assert!(file.get("prod").is_some_and(|prod| prod.protected && prod.properties.len() == 1));
    }
}
