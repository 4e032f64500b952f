#!/usr/bin/env bash
# The one door. `./build.sh help` lists the verbs. Every verb says what it does and may be run again at any time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
ROOT=$PWD
CACHE=$ROOT/.cache
WASM=$CACHE/wasm
# www/package.json and Cargo.toml pin the rest; these are what a bare machine must bring.
NODE_WANTED="20.19 or later"

say() { printf '\n== %s\n' "$*"; }
note() { printf '   %s\n' "$*"; }
stop() { printf '\n!! %s\n' "$*" >&2; exit 1; }
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else return 1; fi
}

need_tools() {
  command -v cargo >/dev/null || stop "cargo is missing: install Rust with rustup (https://rustup.rs), then run this again"
  command -v node >/dev/null || stop "node is missing: install Node $NODE_WANTED, then run this again"
  command -v npm >/dev/null || stop "npm is missing: install it with Node $NODE_WANTED, then run this again"
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' \
    || stop "Node $NODE_WANTED is needed, found $(node --version)"
}

setup_wasm_target() {
  local libs
  libs=$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null || true)
  if [ -d "$libs" ]; then note "Rust target wasm32-unknown-unknown: there"; return; fi
  command -v rustup >/dev/null || stop "the Rust target wasm32-unknown-unknown is missing and there is no rustup to add it: install it with your toolchain"
  note "Rust target wasm32-unknown-unknown: adding"
  rustup target add wasm32-unknown-unknown || stop "rustup could not add wasm32-unknown-unknown: check the network and run this again"
}

setup_packages() {
  local stamp=$CACHE/npm.stamp wanted
  wanted=$(sha256sum www/package-lock.json | cut -d' ' -f1)
  if [ -d www/node_modules ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then note "npm packages: there"; return; fi
  note "npm packages: installing from www/package-lock.json"
  (cd www && npm ci --no-audit --no-fund --loglevel=error) || stop "npm ci failed: check the network and run this again"
  mkdir -p "$CACHE" && printf '%s\n' "$wanted" > "$stamp"
}

setup_crates() {
  note "Rust packages of Cargo.lock"
  cargo fetch --locked --quiet || stop "cargo fetch failed: check the network and run this again"
}

setup_bindgen() {
  note "bindings generator (crate/bindgen; some two minutes the first time)"
  cargo build --locked --quiet -p redzone-bindgen || stop "the bindings generator did not build: see above"
}

setup() {
  say "setup: what the build needs"
  need_tools
  setup_wasm_target
  setup_packages
  setup_crates
  setup_bindgen
}

browser() { # prints the path of a Chromium, or nothing
  local name
  for name in "${REDZONE_CHROMIUM:-}" chromium chromium-browser google-chrome-stable google-chrome; do
    [ -n "$name" ] && command -v "$name" && return 0
  done
  return 0
}

setup_browser() {
  if [ -n "$(browser)" ]; then note "Chromium: $(browser)"; return; fi
  note "Chromium: installing Debian's package"
  command -v apt-get >/dev/null || stop "no Chromium and no apt-get: install Chromium and set REDZONE_CHROMIUM to its path"
  as_root apt-get update -qq || stop "apt-get update failed (root or sudo is needed): install Chromium and run this again"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null \
    || stop "apt-get could not install chromium: install it and run this again"
}

# Neither a home directory nor the place of the source may stand in what ships, and two machines make the same bytes.
release_flags() {
  local cargo_home=${CARGO_HOME:-$HOME/.cargo} source
  printf '%s' "--remap-path-prefix=$HOME=/home"$'\x1f'"--remap-path-prefix=$ROOT=/redzone"
  for source in "$cargo_home"/registry/src/*; do printf '\x1f%s' "--remap-path-prefix=$source=/cargo"; done
}

# Three modules, each one feature of crate/wasm: what the answer to a name in a near script needs; entries and rules; and the whole engine, which reads every
# script and writes records. The last two are loaded with the late files.
build_wasm() {
  say "build: engine to WebAssembly"
  mkdir -p "$WASM"
  build_module party
  build_module rules
  build_module record
  note "tables of East Asian names and the engine's words, loaded apart"
  cargo run --release --locked --quiet -p redzone-names --example tables -- "$WASM/tables.bin"
  cargo run --release --locked --quiet -p redzone-screen --example words -- "$WASM/words.bin"
}

build_module() {
  local name=$1 raw=target/wasm32-unknown-unknown/wasm/redzone_wasm.wasm wanted
  CARGO_ENCODED_RUSTFLAGS="$(release_flags)"$'\x1f'"-Ctarget-feature=+simd128" \
    cargo build --profile wasm --locked -p redzone-wasm --no-default-features --features "$name" --target wasm32-unknown-unknown
  wanted=$(cat "$raw" crate/bindgen/src/main.rs www/package-lock.json build.sh | sha256sum | cut -d' ' -f1)
  if [ "$(cat "$WASM/$name.stamp" 2>/dev/null)" = "$wanted" ]; then note "$name: unchanged"; return; fi
  rm -f "$WASM/$name.stamp"
  note "$name: bindings and TypeScript types"
  target/debug/redzone-bindgen "$raw" "$WASM" "$name"
  note "$name: wasm-opt -O3"
  # A function with one caller stays by itself when it has over 30 bytes: in one with its caller, a browser that finds the pair hot compiles all of
  # it anew, which for those of a start took longer than the start, and compresses worse.
  www/node_modules/.bin/wasm-opt -O3 --one-caller-inline-max-function-size=30 "$WASM/${name}_bg.wasm" -o "$WASM/opt.wasm"
  mv "$WASM/opt.wasm" "$WASM/${name}_bg.wasm"
  printf '%s\n' "$wanted" > "$WASM/$name.stamp"
  note "$name: $(wc -c < "$WASM/${name}_bg.wasm") bytes"
}

build_cli() {
  say "build: command line, target/release/redzone"
  CARGO_ENCODED_RUSTFLAGS=$(release_flags) cargo build --release --locked -p redzone-cli
}

# Signed with the development key, which is in the source tree and proves nothing; the site is built to trust that key. For a real one:
# redzone keygen, then REDZONE_SIGN_WITH=FILE.private REDZONE_KEYS=FILE.public ./build.sh build
build_pack() {
  say "build: signed pack of the starter lists, dist/lists"
  target/release/redzone build --editions lists/editions --overlay lists/trade-names.toml --rules lists/rules --key "${REDZONE_SIGN_WITH:-lists/keys/development.private}" --out dist/lists
}

build_site() {
  say "build: site, dist/site"
  (cd www && node_modules/.bin/tsc --noEmit && node_modules/.bin/vite build --logLevel warn)
  note "$(find dist/site -type f | wc -l) files, $(du -sb dist/site | cut -f1) bytes"
}

# What a partner's page names: dist/embed/v1/redzone-check.js and its digest. Whoever serves the folder sends Access-Control-Allow-Origin: * with it.
build_embed() {
  say "build: element for other pages, dist/embed/v1"
  (cd www && node_modules/.bin/vite build --config vite.embed.config.ts --logLevel warn)
  note "redzone-check.js: $(wc -c < dist/embed/v1/redzone-check.js) bytes, integrity=\"$(cat dist/embed/v1/redzone-check.js.sri)\""
}

build() {
  setup
  build_wasm
  build_cli
  build_pack
  build_site
  build_embed
}

# The times are the operator's: REDZONE_KIOSK_IDLE, seconds until the warning (60); REDZONE_KIOSK_WARNING, seconds from there until the wipe
# (20, and not less); REDZONE_KIOSK_OPERATOR=no leaves the operator's screen out.
build_kiosk() {
  say "build: kiosk, dist/kiosk"
  (cd www && node_modules/.bin/vite build --config vite.kiosk.config.ts --logLevel warn)
  note "dist/kiosk/redzone-kiosk.html: $(wc -c < dist/kiosk/redzone-kiosk.html) bytes, to be opened from the disk"
  note "dist/kiosk/redzone-lists.tar.gz: its lists, for other kiosks to open on their operator's screen"
}

kiosk() {
  build
  build_kiosk
}

serve() {
  build
  say "three names through the built WebAssembly"
  node www/tools/three-names.mjs
  say "serve: dist/site on the loopback address only"
  exec target/release/redzone serve dist/site --port "${1:-8080}"
}

lists() {
  setup
  build_cli
  say "lists: what the source tree holds"
  target/release/redzone lists "${@:-status}"
}

shots() {
  kiosk
  setup_browser
  say "shots: every screen, docs/screens"
  REDZONE_CHROMIUM=$(browser) node www/tools/shots.mjs
}

# Firefox and WebKitGTK take half a gigabyte of packages, so their journeys are part of `test` only where they are installed.
browsers() {
  say "browsers: Firefox and WebKitGTK from Debian's packages"
  as_root apt-get update -qq || stop "apt-get update failed (root or sudo is needed): run this again"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends firefox-esr webkit2gtk-driver xvfb >/dev/null \
    || stop "apt-get could not install firefox-esr, webkit2gtk-driver and xvfb: install them and run this again"
  kiosk
  say "browsers: the main journey and the kiosk in both"
  node --test tests/browser/others.test.mjs
}

bench() {
  case "${1:-page}" in
    page)
      build
      setup_browser
      say "bench: index sections"
      target/release/redzone inspect --sizes dist/lists
      say "bench: page"
      REDZONE_CHROMIUM=$(browser) node tests/browser/bench.mjs
      ;;
    batch)
      build
      setup_browser
      say "bench: files of rows in the page"
      REDZONE_CHROMIUM=$(browser) node tests/browser/bench-batch.mjs "${@:2}"
      ;;
    search)
      setup
      build_cli
      [ -d dist/lists ] || build_pack
      say "bench: the search alone, native: one name, rows, hostile names, lists up to 16 times as long"
      cargo run --release --locked --quiet -p redzone-screen --example speed -- dist/lists lists/keys/development.public "${@:2}"
      ;;
    brute)
      need_tools
      say "bench: the index search beside brute force over the names of every ${3:-20}th party: ${2:-1000000} changed, mixed and made-up names"
      REDZONE_QUERIES=${2:-1000000} REDZONE_EVERY=${3:-20} cargo test --locked --quiet --profile measure -p redzone-tests --test match the_index_finds -- --nocapture
      ;;
    quality)
      need_tools
      say "bench: match quality, written to .cache/quality.md"
      mkdir -p "$CACHE"
      cargo run --locked --quiet --profile measure -p redzone-tests --example quality -- "$CACHE/quality.md"
      ;;
    deal)
      build
      say "bench: determinations in Wasm"
      node tests/browser/bench-deal.mjs
      ;;
    record)
      build
      say "bench: records of 10,000 rows, written as they run and asked again in Wasm"
      node tests/browser/bench-record.mjs
      ;;
    lists)
      build_cli
      local made=$CACHE/synthetic
      rm -rf "$made" && mkdir -p "$made"
      say "bench: lists ten times as long as the starter edition, from a source file to a signed pack"
      node tests/synthetic.mjs 10 "$made/list.json"
      TIMEFORMAT='   %R s, of which the processor %U s'
      time target/release/redzone lists import "$made/list.json" --as-of 2026-07-31 --out "$made/editions" --quiet > /dev/null
      time target/release/redzone build --quiet --editions "$made/editions" --rules lists/rules --key lists/keys/development.private --out "$made/pack"
      ;;
    *) stop "there is no bench '$1': page, batch, search, brute, deal, record, lists or quality" ;;
  esac
}

# Every decision on a deal is changed, one at a time, and the suite asked whether it notices. Files are changed in place and put back, so
# they are committed first. A change that nobody notices is a fault, unless tests/deal/mutants.md explains it.
mutants() {
  local tool=$CACHE/mutants/bin/cargo-mutants missed=$CACHE/mutants/mutants.out/missed.txt mutant left=0 status=0
  need_tools
  [ -x "$tool" ] || cargo install --locked --quiet cargo-mutants --root "$CACHE/mutants" || stop "cargo could not install cargo-mutants: check the network"
  git diff --quiet HEAD -- crate/screen || stop "crate/screen has changes that are not committed: commit them, then run this again"
  say "mutants: crate/screen/src/deal/${1:-*}.rs (some ten seconds each; after an interruption: git checkout crate/screen)"
  CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_TEST_DEBUG=0 "$tool" mutants -p redzone-screen -f "crate/screen/src/deal/${1:-*}.rs" --in-place \
    --test-package redzone-screen,redzone-tests -o "$CACHE/mutants" --baseline skip --timeout 60 -- --lib --test deal || status=$?
  case $status in 0 | 2 | 3) ;; *) stop "cargo-mutants stopped with status $status" ;; esac
  while read -r mutant; do
    grep -qF "\`$mutant\`" tests/deal/mutants.md || { note "nobody noticed: $mutant"; left=$((left + 1)); }
  done < <(sed -E 's,^.*/([a-z]+\.rs):[0-9]+:[0-9]+: ,\1: ,' "$missed")
  say "$(wc -l < "$missed") missed, of which $left are not explained in tests/deal/mutants.md"
  [ "$left" = 0 ]
}

PASSED=0
FAILED=0
# check NAME COMMAND...: one check; its output is shown when it fails.
check() {
  local name=$1 log=$CACHE/check.log
  shift
  if "$@" > "$log" 2>&1; then PASSED=$((PASSED + 1)); note "passed  $name"
  else FAILED=$((FAILED + 1)); cat "$log"; note "FAILED  $name"; fi
}
# suite NAME COMMAND...: a runner of many tests; its own counts are added. A runner that fails without a failed test counts as one.
suite() {
  local name=$1 log=$CACHE/suite.log status=0 passed failed
  shift
  note "$name ..."
  "$@" > "$log" 2>&1 || status=$?
  read -r passed failed < <(awk '
    /^test result:/ { passed += $4; failed += $6 }
    /^ *Summary .* tests? run:/ { for (i = 2; i <= NF; i++) { if ($i ~ /^passed/) passed += $(i - 1); if ($i ~ /^failed/) failed += $(i - 1) } }
    /^# pass / { passed += $3 } /^# fail / { failed += $3 }
    END { print passed + 0, failed + 0 }' "$log")
  if [ "$status" != 0 ]; then cat "$log"; [ "$failed" -gt 0 ] || failed=1; else grep -E '(SKIPPED|skipped:)' "$log" || true; fi
  PASSED=$((PASSED + passed)); FAILED=$((FAILED + failed))
  note "$name: $passed passed, $failed failed"
}

# `redzone lists fetch` is an optional part; its tests ask a server of their own.
WHOLE=(--locked --features redzone-cli/fetch)
cargo_tests() {
  if cargo nextest --version >/dev/null 2>&1; then cargo nextest run "${WHOLE[@]}" --no-fail-fast --success-output final
  else cargo test "${WHOLE[@]}" --no-fail-fast --lib --bins --tests; fi
}

test() {
  kiosk
  setup_browser
  mkdir -p "$CACHE"
  say "test"
  check "format" cargo fmt --all --check
  check "clippy, warnings are errors" cargo clippy "${WHOLE[@]}" --all-targets -- -D warnings
  # A push is judged by its own change: the property tests draw the same cases each time. `properties` draws new ones.
  export PROPTEST_RNG_SEED=732
  # Written by a Rust test, asked again by the test of the Wasm module.
  export REDZONE_DEALS=$CACHE/deals.jsonl
  rm -f "$REDZONE_DEALS"
  suite "Rust" cargo_tests
  suite "Rust examples in the documentation" cargo test "${WHOLE[@]}" --doc
  # Two files at a time, on two cores too: each waits for its browser about half the time.
  REDZONE_CHROMIUM=$(browser) suite "page in Node and Chromium" node --test --test-concurrency=2 --test-timeout=1200000 --test-reporter=tap tests/browser/
  say "$PASSED passed, $FAILED failed"
  [ "$FAILED" = 0 ]
}

# The property tests on new cases, again and again; a case that fails becomes a test with a name.
properties() {
  local at seed
  need_tools
  for ((at = 1; at <= ${1:-20}; at++)); do
    seed=$(od -An -N8 -tu8 /dev/urandom | tr -d ' ')
    say "properties: round $at of ${1:-20}, PROPTEST_RNG_SEED=$seed"
    PROPTEST_RNG_SEED=$seed cargo test "${WHOLE[@]}" --quiet --lib --test round_trip --test hostile --test chain --test destination --test deal \
      || stop "a property does not hold: PROPTEST_RNG_SEED=$seed asks the same cases again"
  done
}

help() {
  cat <<'TEXT'
./build.sh VERB

  setup     install what the build needs: Rust's wasm target, npm packages, the bindings generator
  build     engine, command line (target/release/redzone), pack of lists (dist/lists), site (dist/site) and element for other
            pages (dist/embed/v1)
  kiosk     build, then the page in one file for a public screen without a network: dist/kiosk/redzone-kiosk.html
  serve     build, screen three names, then serve the site on http://127.0.0.1:8080 (or: serve PORT)
  shots     build, then a picture of every screen, light, dark and on a phone, of the kiosk and of the frame: docs/screens
  test      build, then everything: format, lints, Rust, Node and Chromium; ends in "N passed, N failed"
  browsers  install Firefox and WebKitGTK, and try the site and the kiosk in them
  bench     sizes, start-up, one name and 100,000 rows in the browser, beside other engines
            bench batch [ROWS...]: files of rows in the page, with one engine and with all
            bench search: the search alone, native, with hostile names and lists that grow
            bench brute [QUERIES [EVERY]]: 1,000,000 names answered by the index and by scoring every name of every 20th party
            bench deal: one determination with what would change it
            bench record: the memory that a batch's record takes, and its rows asked again in Wasm
            bench lists: 259,210 entries from a source file to a signed pack
            bench quality: what is found and what alerts, by class, script, list, length and name
  mutants   change the decisions on deals one at a time, and tell which changes no test notices (or: mutants FILE, as in
            mutants chart; over an hour for all); what may go unnoticed, and why: tests/deal/mutants.md
  properties
            the property tests on new random cases (or: properties ROUNDS; 20); `test` draws the same ones each time
  lists     redzone lists: status, import, diff ...
  help      this text
TEXT
}

verb=${1:-help}
[ $# -gt 0 ] && shift
case "$verb" in
  setup | build | kiosk | serve | shots | browsers | test | bench | mutants | properties | lists | help) "$verb" "$@" ;;
  -h | --help) help ;;
  *) help >&2; stop "there is no verb '$verb'" ;;
esac
