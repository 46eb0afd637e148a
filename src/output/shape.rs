//! What the JSON form of a result looks like: its fields, their types and what they mean (`--output help`).

/// The result of one call.
pub struct Shape {
    /// `topics list`, as it is typed after `kt`.
    pub call: &'static str,
    pub is: Is,
    /// What one object is: `a topic`.
    pub of: &'static str,
    pub fields: &'static [Field],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    List,
    Object,
}

/// Path, type and meaning. A path parts nested fields by `.` and names the items of a list by `[]`; below a type that
/// begins with `map` the keys are names.
pub type Field = (&'static str, &'static str, &'static str);

/// What [`super::report::value`] adds to the result of a dry run.
const DRY_RUN: Field = ("dryRun", "truth?", "true with --dry-run: nothing was changed, the rest is what would be");

impl Shape {
    /// `changes`: the call can be tried by `--dry-run`.
    pub fn page(&self, changes: bool) -> String {
        let is = match self.is {
            Is::List => "a list of objects, each",
            Is::Object => "one object,",
        };
        let mut text = format!("kt {} -o json: {is} {}\n\n", self.call, self.of);
        let fields = || self.fields.iter().chain(changes.then_some(&DRY_RUN));
        let width = |of: fn(&Field) -> usize| fields().map(of).max().unwrap_or(0);
        let (names, kinds) = (width(|field| field.0.len()), width(|field| field.1.len()));
        for (name, kind, meaning) in fields() {
            text += &format!("  {name:names$}   {kind:kinds$}   {meaning}\n");
        }
        let path = match self.is {
            Is::List => format!(".[].{}", self.fields[0].0),
            Is::Object => format!(".{}", self.fields[0].0),
        };
        text += &format!(
            "\nA type with ? may be null, or its field missing. Times are UTC. For one field: --jq '{path}'\n"
        );
        text
    }
}
