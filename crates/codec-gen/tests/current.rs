//! The generated codec is what the generator writes today.

#[test]
fn the_generated_codec_is_current() {
    let out = std::process::Command::new(env!("CARGO_BIN_EXE_kt-codec-gen")).arg("check").output().expect("it runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
}
