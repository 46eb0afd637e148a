//! Java's own key store format, JKS: certificates in the open, private keys under the Sun JDK's key protection.
//!
//! Java writes PKCS12 since version 9, but the stores of older clusters are JKS and their settings files should work.

use openssl::sha::sha1;

use super::stores::Store;

const MAGIC: u32 = 0xfeed_feed;
const DIGEST: usize = 20;
/// What the store's digest is salted with; part of the format.
const WHITENER: &[u8] = b"Mighty Aphrodite";
/// 1.3.6.1.4.1.42.2.17.1.1, the JDK's key protector, as DER.
const PROTECTOR: [u8; 12] = [0x06, 0x0a, 0x2b, 0x06, 0x01, 0x04, 0x01, 0x2a, 0x02, 0x11, 0x01, 0x01];

pub(super) fn is_jks(bytes: &[u8]) -> bool {
    bytes.starts_with(&MAGIC.to_be_bytes())
}

/// The certificates, and the first private key if `key_password` opens it.
pub(super) fn read(bytes: &[u8], password: Option<&str>, key_password: Option<&str>) -> Result<Store, String> {
    let body_len = bytes.len().checked_sub(DIGEST).ok_or("the file is cut short")?;
    let (body, digest) = bytes.split_at(body_len);
    if let Some(password) = password {
        let salted = [&utf16(password), WHITENER, body].concat();
        if sha1(&salted)[..] != *digest {
            return Err("the store's password is wrong, or the file is damaged".into());
        }
    }
    let mut cut = Cut(body);
    cut.u32()?;
    let version = cut.u32()?;
    if !(1..=2).contains(&version) {
        return Err(format!("version {version} of the JKS format is not known"));
    }
    let mut store = Store::default();
    let count = cut.u32()?;
    for _ in 0..count {
        let tag = cut.u32()?;
        cut.name()?;
        cut.take(8)?;
        match tag {
            1 => {
                let sealed = cut.block()?;
                let mut chain = Vec::new();
                for _ in 0..cut.u32()? {
                    chain.push(cut.certificate(version)?);
                }
                if let (Some(password), None) = (key_password, &store.key) {
                    store.key = Some((unseal(sealed, password)?, chain));
                } else {
                    // A store of keys used as one to trust: the own authority stands in the chain.
                    store.trusted.extend(chain);
                }
            }
            2 => store.trusted.push(cut.certificate(version)?),
            other => return Err(format!("an entry of kind {other} is not known")),
        }
    }
    Ok(store)
}

/// Takes the protection off a private key: a key stream of SHA-1 over password and the block before.
fn unseal(sealed: &[u8], password: &str) -> Result<Vec<u8>, String> {
    let damaged = || "a private key is damaged".to_owned();
    let at = sealed.windows(PROTECTOR.len()).position(|part| part == PROTECTOR);
    let at = at.ok_or("a private key is protected in a way that is not known")?;
    let rest = &sealed[at + PROTECTOR.len()..];
    let rest = rest.strip_prefix(&[0x05, 0x00]).unwrap_or(rest);
    let data = octets(rest).ok_or_else(damaged)?;
    if data.len() < 2 * DIGEST {
        return Err(damaged());
    }
    let (salt, rest) = data.split_at(DIGEST);
    let (sealed, digest) = rest.split_at(rest.len() - DIGEST);
    let password = utf16(password);
    let mut block = sha1(&[&password, salt].concat());
    let mut plain = Vec::with_capacity(sealed.len());
    for chunk in sealed.chunks(DIGEST) {
        plain.extend(chunk.iter().zip(block).map(|(a, b)| a ^ b));
        block = sha1(&[&password[..], &block].concat());
    }
    // The first block is made from the salt, each later one from the block before; the digest is over the plain key.
    if sha1(&[&password, &plain[..]].concat())[..] != *digest {
        return Err("ssl.key.password does not open the private key".into());
    }
    Ok(plain)
}

/// The content of a DER octet string at the start of `der`.
fn octets(der: &[u8]) -> Option<&[u8]> {
    let (&tag, rest) = der.split_first()?;
    let (&first, rest) = rest.split_first()?;
    if tag != 0x04 {
        return None;
    }
    if first < 0x80 {
        return rest.get(..first.into());
    }
    let bytes = usize::from(first & 0x7f);
    if bytes > 4 {
        return None;
    }
    let (length, rest) = rest.split_at_checked(bytes)?;
    let length = length.iter().fold(0usize, |sum, &byte| sum << 8 | usize::from(byte));
    rest.get(..length)
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

/// What is left of the file.
struct Cut<'a>(&'a [u8]);

impl<'a> Cut<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], String> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or("the file is cut short")?;
        self.0 = rest;
        Ok(taken)
    }

    fn u32(&mut self) -> Result<u32, String> {
        let bytes = self.take(4)?;
        Ok(bytes.iter().fold(0, |sum, &byte| sum << 8 | u32::from(byte)))
    }

    fn block(&mut self) -> Result<&'a [u8], String> {
        let length = self.u32()?;
        self.take(usize::try_from(length).map_err(|_| "the file is cut short")?)
    }

    fn name(&mut self) -> Result<&'a [u8], String> {
        let length = self.take(2)?;
        self.take(usize::from(length[0]) << 8 | usize::from(length[1]))
    }

    fn certificate(&mut self, version: u32) -> Result<Vec<u8>, String> {
        if version == 2 {
            self.name()?;
        }
        self.block().map(<[u8]>::to_vec)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_store_is_an_error_at_every_length() {
        let mut bytes = MAGIC.to_be_bytes().to_vec();
        bytes.extend([
            0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 1, b'a', 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, b'X', 0, 0, 0, 1, 9,
        ]);
        let whole = bytes.len();
        for end in 0..whole {
            let cut = [&bytes[..end], &[0; DIGEST]].concat();
            assert!(read(&cut, None, None).is_err() || end < 12, "{end}");
        }
        bytes.extend([0; DIGEST]);
        assert_eq!(read(&bytes, None, None).unwrap().trusted, [vec![9]]);
        assert!(read(&bytes, Some("changeit"), None).is_err());
    }
}
