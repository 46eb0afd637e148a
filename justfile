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

# the generated files: codec, completions, man pages, the tables in README and docs/compat.md
generate:
    cargo run -q -p kt-codec-gen -- generate
    KT_RENEW=1 cargo test --test it -- generated compat

# beside the original: needs Java and Maven
bench *ARGS:
    benches/run {{ARGS}}
