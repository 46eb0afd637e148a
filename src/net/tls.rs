//! TLS of kt's own connections, by the OpenSSL that rdkafka is built with: one library, one trust store, one set of
//! errors (docs/decisions).

use std::io;
use std::net::IpAddr;
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll};

use openssl::asn1::Asn1Time;
use openssl::error::ErrorStack;
use openssl::nid::Nid;
use openssl::pkey::PKey;
use openssl::ssl::{Ssl, SslConnector, SslMethod, SslVerifyMode, SslVersion};
use openssl::x509::store::X509StoreBuilder;
use openssl::x509::{GeneralNameRef, X509, X509VerifyResult};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_openssl::SslStream;

/// Where systems keep the authorities they trust; the vendored OpenSSL only knows its own folder.
const SYSTEM_BUNDLES: [&str; 6] = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/usr/local/etc/openssl/cert.pem",
];

/// The file of the authorities that this system trusts, `SSL_CERT_FILE` first.
pub fn system_bundle() -> Option<String> {
    let named = std::env::var("SSL_CERT_FILE").ok().filter(|path| Path::new(path).is_file());
    named.or_else(|| SYSTEM_BUNDLES.iter().find(|path| Path::new(path).is_file()).map(|path| (*path).to_owned()))
}

/// What a client brings to a handshake, as PEM.
#[derive(Clone, Copy, Default)]
pub struct ClientTls<'a> {
    /// The authorities to trust; `None` means the system's.
    pub ca: Option<&'a str>,
    /// Certificate chain and key.
    pub identity: Option<(&'a str, &'a str)>,
    pub verify_certificate: bool,
    pub verify_host: bool,
}

/// Makes ready what all handshakes of a client share.
pub fn connector(tls: ClientTls<'_>) -> Result<Connector, String> {
    let mut builder = SslConnector::builder(SslMethod::tls_client()).map_err(|error| plain(&error))?;
    builder.set_min_proto_version(Some(SslVersion::TLS1_2)).map_err(|error| plain(&error))?;
    if !tls.verify_certificate {
        builder.set_verify(SslVerifyMode::NONE);
    } else if let Some(pem) = tls.ca {
        let bad = |error: ErrorStack| format!("the trusted certificates cannot be read: {}", plain(&error));
        let mut store = X509StoreBuilder::new().map_err(bad)?;
        let certificates = X509::stack_from_pem(pem.as_bytes()).map_err(bad)?;
        if certificates.is_empty() {
            return Err("the trusted certificates cannot be read: there are none".into());
        }
        for certificate in certificates {
            store.add_cert(certificate).map_err(bad)?;
        }
        builder.set_cert_store(store.build());
    } else if let Some(bundle) = system_bundle() {
        builder.set_ca_file(&bundle).map_err(|error| format!("{bundle} cannot be read: {}", plain(&error)))?;
    }
    if let Some((chain, key)) = tls.identity {
        let bad = |error: ErrorStack| format!("the client's own certificate cannot be used: {}", plain(&error));
        let mut chain = X509::stack_from_pem(chain.as_bytes()).map_err(bad)?.into_iter();
        let own = chain.next().ok_or("the client's own certificate cannot be used: the file holds none")?;
        builder.set_certificate(&own).map_err(bad)?;
        for link in chain {
            builder.add_extra_chain_cert(link).map_err(bad)?;
        }
        let key = PKey::private_key_from_pem(key.as_bytes()).map_err(bad)?;
        builder.set_private_key(&key).map_err(bad)?;
        builder.check_private_key().map_err(bad)?;
    }
    Ok(Connector { connector: builder.build(), verify_host: tls.verify_host && tls.verify_certificate })
}

/// Makes ready a handshake that trusts everybody, to find out whether there is TLS at all.
pub fn credulous() -> Result<Connector, String> {
    connector(ClientTls::default())
}

/// Shakes hands for a client.
#[derive(Clone)]
pub struct Connector {
    connector: SslConnector,
    verify_host: bool,
}

/// Why a handshake failed.
#[derive(Debug, PartialEq, Eq)]
pub enum TlsError {
    /// The other side's certificate is not to be trusted.
    Certificate(String),
    /// What came back is no TLS.
    NotTls,
    /// The connection was closed in the middle.
    Closed,
    /// The other side refused; its alert.
    Refused(String),
    Other(String),
}

impl Connector {
    pub async fn connect(&self, host: &str, stream: TcpStream) -> Result<Stream, TlsError> {
        let other = |error: ErrorStack| TlsError::Other(plain(&error));
        let ssl: Ssl = self
            .connector
            .configure()
            .map_err(other)?
            .verify_hostname(self.verify_host)
            // No server name for addresses: the standard knows names only.
            .use_server_name_indication(host.parse::<std::net::IpAddr>().is_err())
            .into_ssl(host)
            .map_err(other)?;
        let mut stream = Box::pin(SslStream::new(ssl, stream).map_err(other)?);
        match stream.as_mut().connect().await {
            Ok(()) => Ok(Stream::Tls(stream)),
            Err(error) => {
                let verdict = stream.ssl().verify_result();
                Err(handshake_error(&error, verdict))
            }
        }
    }
}

fn handshake_error(error: &openssl::ssl::Error, verdict: X509VerifyResult) -> TlsError {
    let Some(stack) = error.ssl_error() else {
        return match error.io_error() {
            Some(io) if io.kind() != io::ErrorKind::ConnectionReset => TlsError::Other(io.to_string()),
            _ => TlsError::Closed,
        };
    };
    let reason = stack.errors().first().and_then(|first| first.reason()).unwrap_or_default();
    match reason {
        "certificate verify failed" => TlsError::Certificate(verdict.error_string().to_owned()),
        "wrong version number" | "packet length too long" | "http request" | "record layer failure" => TlsError::NotTls,
        "unexpected eof while reading" => TlsError::Closed,
        text if text.contains("alert") => TlsError::Refused(alert(text)),
        "" => TlsError::Other(plain(stack)),
        text => TlsError::Other(text.to_owned()),
    }
}

/// `sslv3 alert certificate unknown` → `certificate unknown`.
fn alert(text: &str) -> String {
    text.split_once("alert ").map_or(text, |(_, alert)| alert).to_owned()
}

/// OpenSSL's reasons without their numbers, files and lines.
fn plain(stack: &ErrorStack) -> String {
    let reasons: Vec<&str> = stack.errors().iter().filter_map(|error| error.reason()).collect();
    if reasons.is_empty() { "unknown reason".into() } else { reasons.join(", ") }
}

/// A connection in plain text or TLS.
pub enum Stream {
    Plain(TcpStream),
    Tls(Pin<Box<SslStream<TcpStream>>>),
}

/// What the other side showed in a handshake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// `TLSv1.3`
    pub protocol: String,
    /// Whom it is for: the names and addresses that clients compare, or what stands in its subject.
    pub names: Vec<String>,
    /// How many whole days it is still valid; negative for one that is not any more.
    pub days: i32,
}

impl Stream {
    /// `None` in plain text.
    pub fn certificate(&self) -> Option<Certificate> {
        let Stream::Tls(stream) = self else { return None };
        let shown = stream.ssl().peer_certificate()?;
        let alternatives = shown.subject_alt_names();
        let name = |name: &GeneralNameRef| {
            let address = || {
                let bytes = name.ipaddress()?;
                <[u8; 4]>::try_from(bytes)
                    .map(IpAddr::from)
                    .or_else(|_| <[u8; 16]>::try_from(bytes).map(IpAddr::from))
                    .ok()
            };
            name.dnsname().map(str::to_owned).or_else(|| address().map(|ip| ip.to_string()))
        };
        let mut names: Vec<String> = alternatives.iter().flatten().filter_map(name).collect();
        if names.is_empty() {
            let common = shown.subject_name().entries_by_nid(Nid::COMMONNAME);
            names.extend(common.filter_map(|entry| entry.data().to_string().ok()));
        }
        let left = Asn1Time::days_from_now(0).and_then(|now| now.diff(shown.not_after()));
        let days = left.map_or(0, |left| if left.secs < 0 { left.days.min(-1) } else { left.days });
        Some(Certificate { protocol: stream.ssl().version_str().to_owned(), names, days })
    }

    pub fn socket(&self) -> &TcpStream {
        match self {
            Stream::Plain(socket) => socket,
            Stream::Tls(stream) => stream.get_ref(),
        }
    }
}

impl AsyncRead for Stream {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Stream::Plain(socket) => Pin::new(socket).poll_read(cx, buf),
            Stream::Tls(stream) => stream.as_mut().poll_read(cx, buf),
        }
    }
}

impl AsyncWrite for Stream {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        match self.get_mut() {
            Stream::Plain(socket) => Pin::new(socket).poll_write(cx, buf),
            Stream::Tls(stream) => stream.as_mut().poll_write(cx, buf),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Stream::Plain(socket) => Pin::new(socket).poll_flush(cx),
            Stream::Tls(stream) => stream.as_mut().poll_flush(cx),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Stream::Plain(socket) => Pin::new(socket).poll_shutdown(cx),
            Stream::Tls(stream) => stream.as_mut().poll_shutdown(cx),
        }
    }
}
