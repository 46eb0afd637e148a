//! Names with `*`, `?` and `{a,b}` in them, and the nodes that they mean.

use super::tree::Node;

/// The parts of a path, without empty ones, `.` and `..`.
pub fn parts(path: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            name => parts.push(name.to_owned()),
        }
    }
    parts
}

/// Every node that a pattern means, with the names on the way to it; sorted.
pub fn matches(root: &Node, working: &str, glob: &str) -> Vec<(Vec<String>, Node)> {
    let full = if glob.starts_with('/') { glob.to_owned() } else { format!("{working}/{glob}") };
    let mut found = vec![(Vec::new(), root.clone())];
    for part in parts(&full) {
        let pattern = Pattern::parse(&part);
        found = found.into_iter().flat_map(|(way, node)| step(&pattern, &part, way, &node)).collect();
    }
    found
}

fn step(pattern: &Option<Pattern>, part: &str, way: Vec<String>, node: &Node) -> Vec<(Vec<String>, Node)> {
    let names: Vec<&str> = match pattern {
        None => vec![part],
        Some(pattern) => node.names().into_iter().filter(|name| pattern.fits(name)).collect(),
    };
    let further = |name: &str| Some((way.iter().cloned().chain([name.to_owned()]).collect(), node.child(name)?));
    names.into_iter().filter_map(further).collect()
}

/// One piece of a pattern.
#[derive(Debug)]
enum Piece {
    One(char),
    Any,
    Many,
    OneOf(Vec<Vec<Piece>>),
}

/// What a name must look like.
#[derive(Debug)]
struct Pattern(Vec<Piece>);

impl Pattern {
    /// `None`: nothing special in it, or nothing that can be understood; then it is the name as it stands.
    fn parse(glob: &str) -> Option<Self> {
        let mut outer = Vec::new();
        let mut group: Option<Vec<Vec<Piece>>> = None;
        let mut literal = true;
        let mut chars = glob.chars();
        while let Some(c) = chars.next() {
            let piece = match c {
                '?' => Piece::Any,
                '*' => Piece::Many,
                '\\' => Piece::One(chars.next().unwrap_or('\\')),
                '{' if group.is_some() => return None,
                '{' => {
                    literal = false;
                    group = Some(vec![Vec::new()]);
                    continue;
                }
                ',' if group.is_some() => {
                    group.as_mut()?.push(Vec::new());
                    continue;
                }
                '}' if group.is_some() => {
                    outer.push(Piece::OneOf(group.take()?));
                    continue;
                }
                c => Piece::One(c),
            };
            literal &= matches!(piece, Piece::One(_));
            match &mut group {
                Some(ways) => ways.last_mut()?.push(piece),
                None => outer.push(piece),
            }
        }
        (!literal && group.is_none()).then_some(Self(outer))
    }

    fn fits(&self, name: &str) -> bool {
        // The ends that are possible behind each piece, so that many stars cost no more than one.
        let name: Vec<char> = name.chars().collect();
        ends(&self.0, &name, vec![0]).contains(&name.len())
    }
}

fn ends(pieces: &[Piece], name: &[char], starts: Vec<usize>) -> Vec<usize> {
    pieces.iter().fold(starts, |starts, piece| {
        let mut after: Vec<usize> = match piece {
            Piece::One(c) => starts.into_iter().filter(|at| name.get(*at) == Some(c)).map(|at| at + 1).collect(),
            Piece::Any => starts.into_iter().filter(|at| *at < name.len()).map(|at| at + 1).collect(),
            Piece::Many => starts.iter().min().map_or(Vec::new(), |first| (*first..=name.len()).collect()),
            Piece::OneOf(ways) => ways.iter().flat_map(|way| ends(way, name, starts.clone())).collect(),
        };
        after.sort_unstable();
        after.dedup();
        after
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_marks_and_groups_fit() {
        for (glob, fitting, others) in [
            ("a*", &["a", "ab", "abc"][..], &["b", "ba"][..]),
            ("*e?", &["red", "ex", "beef"], &["e", "me"]),
            ("{red,blue}s", &["reds", "blues"], &["red", "s"]),
            ("{a*,?b}.c", &["a.c", "axx.c", "xb.c"], &["b.c", "xxb.c"]),
            ("\\**", &["*", "*x"], &["x"]),
        ] {
            let pattern = Pattern::parse(glob).expect(glob);
            assert!(fitting.iter().all(|name| pattern.fits(name)), "{glob}");
            assert!(!others.iter().any(|name| pattern.fits(name)), "{glob}");
        }
        for plain in ["a", "a.b", "{a", "{a,{b}}", "a}", "a,b", "\\*"] {
            assert!(Pattern::parse(plain).is_none(), "{plain}");
        }
    }

    #[test]
    fn many_stars_end_soon() {
        let pattern = Pattern::parse(&"*a".repeat(200)).expect("stars");
        assert!(!pattern.fits(&"a".repeat(5_000)[..150]));
    }
}
