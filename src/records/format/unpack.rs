//! `%s{unpack[>iq$]}`: bytes as fields of fixed width one after the other, in kcat's letters and rpk's braces.

use super::forms::hex;

/// How bytes are taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpack(Vec<(Field, bool)>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    /// So many bytes, and whether the number may be negative.
    Number(usize, bool),
    Letter,
    Rest,
    End,
}

/// The letters, for a sentence.
const LETTERS: &str = "b B h H i I q Q (8 to 64 bits; capitals have no sign), c (a letter), s (the rest as text), $ (the \
                       end), < and > (the lowest byte first, or the highest, for what follows)";

impl Unpack {
    /// What stands between the brackets; the error is a sentence.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (mut fields, mut little) = (Vec::new(), false);
        for letter in text.chars() {
            let field = match letter {
                '<' | '>' => {
                    little = letter == '<';
                    continue;
                }
                ' ' => continue,
                'b' | 'B' => Field::Number(1, letter == 'b'),
                'h' | 'H' => Field::Number(2, letter == 'h'),
                'i' | 'I' => Field::Number(4, letter == 'i'),
                'q' | 'Q' => Field::Number(8, letter == 'q'),
                'c' => Field::Letter,
                's' => Field::Rest,
                '$' => Field::End,
                other => return Err(format!("unpack[…] has '{other}', which means nothing there; it has {LETTERS}")),
            };
            fields.push((field, little));
        }
        match fields.is_empty() {
            true => Err(format!("unpack[] takes nothing apart; it has {LETTERS}")),
            false => Ok(Self(fields)),
        }
    }

    /// The fields, with a blank between them; bytes that are no such fields are written in hexadecimal, as with numbers.
    pub fn write(&self, bytes: &[u8], out: &mut Vec<u8>) {
        match self.read(bytes) {
            Some(fields) => out.extend_from_slice(&fields.join(&b' ')),
            None => out.extend_from_slice(format!("0x{}", hex(bytes)).as_bytes()),
        }
    }

    fn read(&self, bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
        let (mut rest, mut fields) = (bytes, Vec::new());
        for (field, little) in &self.0 {
            let field = match *field {
                Field::Number(width, signed) => {
                    let (number, behind) = rest.split_at_checked(width)?;
                    rest = behind;
                    decimal(number, *little, signed)
                }
                Field::Letter => {
                    let (letter, behind) = rest.split_at_checked(1)?;
                    rest = behind;
                    letter.to_vec()
                }
                Field::Rest => std::mem::take(&mut rest).to_vec(),
                Field::End if rest.is_empty() => continue,
                Field::End => return None,
            };
            fields.push(field);
        }
        Some(fields)
    }
}

/// A number of eight bytes at most.
fn decimal(bytes: &[u8], little: bool, signed: bool) -> Vec<u8> {
    let step = |number: u64, byte: &u8| number << 8 | u64::from(*byte);
    let number = match little {
        true => bytes.iter().rev().fold(0, step),
        false => bytes.iter().fold(0, step),
    };
    // The sign is the highest bit of the field, wherever that lies in 64.
    let unused = 64 - 8 * u32::try_from(bytes.len()).unwrap_or(8).clamp(1, 8);
    match signed {
        true => ((number << unused).cast_signed() >> unused).to_string().into_bytes(),
        false => number.to_string().into_bytes(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unpacked(fields: &str, bytes: &[u8]) -> String {
        let mut out = Vec::new();
        Unpack::parse(fields).unwrap().write(bytes, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn fields_of_fixed_width_are_told_apart() {
        assert_eq!(unpacked("i$", &[0xff, 0xff, 0xff, 0xfe]), "-2");
        assert_eq!(unpacked("I", &[0xff, 0xff, 0xff, 0xfe, 9]), "4294967294");
        assert_eq!(unpacked("<h>hBb", &[1, 0, 0, 1, 200, 200]), "1 1 200 -56");
        assert_eq!(unpacked("q Q", &[[0xff; 8], [0xff; 8]].concat()), "-1 18446744073709551615");
        assert_eq!(unpacked("Bcs", b"\x07ab c"), "7 a b c");
        assert_eq!(unpacked("i", &[1, 2]), "0x0102", "too few");
        assert_eq!(unpacked("b$", &[1, 2]), "0x0102", "too many");
        assert_eq!(unpacked("s", b""), "");
        assert!(Unpack::parse("x").unwrap_err().starts_with("unpack[…] has 'x'"));
        assert!(Unpack::parse("").is_err());
    }
}
