# What people do here every day; `just` lists it.
default:
    @just --list

# the tour, on a broker of its own
quickstart:
    cargo run --release -- quickstart

test *ARGS:
    cargo test {{ARGS}}

# what CI runs
ci:
    .ci/run

# the generated files: codec, completions, man pages
generate:
    cargo run -q -p kt-codec-gen -- generate
    cargo run -q -- completions bash > completions/kt.bash
    cargo run -q -- completions zsh > completions/_kt
    cargo run -q -- completions fish > completions/kt.fish
    cargo run -q -- man --dir man

# beside the original: needs Java and Maven
bench *ARGS:
    benches/compare {{ARGS}}
