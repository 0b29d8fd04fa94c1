# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What ./run and ./test share: packages, builds, and plain words for what happens. Sourced, never run by itself.
# It speaks on stderr only (kept as file 3): stdout belongs to the command that was asked for.
exec 3>&2

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
logs=$root/build/logs
export program=$root/build/release/src/cli/supple
page=$root/web/dist

say() { printf 'supple: %s\n' "$*" >&3; }

# step NAME WHAT TRY COMMAND…: says WHAT, runs COMMAND with its output in build/logs/NAME.log, and where it fails says so
# with the first errors of the log and TRY: what may help.
step() {
  local log=$logs/$1.log what=$2 try=$3
  shift 3
  mkdir -p "$logs"
  say "$what …"
  "$@" >"$log" 2>&1 </dev/null && return
  first_errors "$log" >&3
  say "failed: $what (all of it: ${log#"$root"/})"
  say "what may help: $try"
  return 1
}

first_errors() {
  { grep -aE '(^E: |[Ee]rror\b|ERR!|undefined reference)' "$1" || tail -n 10 "$1"; } | head -n 10 | cut -c 1-240
}

# The packages of a section of packages.txt.
packages_of() {
  awk -v section="[$1]" '/^\[/ { wanted = $1 == section; next } wanted && /^[a-z]/ { print $1 }' "$root/packages.txt"
}

# need SECTION…: installs what is missing of these sections of packages.txt.
need() {
  local section package missing=()
  command -v dpkg-query >/dev/null || return 0 # not Debian: whoever builds here has brought the tools along
  for section in "$@"; do
    for package in $(packages_of "$section"); do
      [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
  done
  [ ${#missing[@]} -eq 0 ] && return
  step packages "installing ${missing[*]}" \
    "as root: apt-get update && apt-get install ${missing[*]}; clang-22 comes from bookworm-security: is it among the sources of apt?" \
    install "${missing[@]}"
}

install() {
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo)
    [ -t 3 ] || as_root=(sudo -n)
  fi
  as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
  "${as_root[@]}" update && "${as_root[@]}" install -y --no-remove --no-install-recommends "$@"
}

# Node 18 or later: the one that is there, else Debian's.
need_node() {
  local version
  version=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null) || version=0
  [ "$version" -ge 18 ] && command -v npm >/dev/null && return
  need node
}

# build PRESET TARGET…: says nothing where nothing is to be done.
build() {
  local preset=$1 folder=$root/build/$1
  shift
  [ -f "$folder/build.ninja" ] ||
    step "$preset-configure" "configuring the build '$preset'" "remove build/$preset and start again" \
      cmake -S "$root" --preset "$preset" || return
  ninja -C "$folder" -n "$@" 2>/dev/null | grep -q 'no work to do' && return
  step "$preset" "building '$preset'" "read the first 'error:' in the log" \
    ninja -C "$folder" "$@"
}

# build_page: the core for the browser, then the page around it.
build_page() {
  local web=$root/web npm_stamp=$root/web/node_modules/.installed page_stamp=$page/.built
  need page && need_node || return
  [ -f "$web/public/core.wasm" ] || rm -f "$root/build/wasm/src/wasm/core.wasm"
  build wasm core || return
  if ! cmp -s "$web/package-lock.json" "$npm_stamp"; then
    step npm "installing what the page is built with" "is the npm registry reached? try: cd web && npm ci" \
      npm --prefix "$web" ci --no-audit --no-fund --no-update-notifier || return
    cp "$web/package-lock.json" "$npm_stamp"
  fi
  if [ ! -f "$page_stamp" ] || newer_than "$page_stamp"; then
    step page "building the page" "read the first error in the log" npm --prefix "$web" run build || return
    touch "$page_stamp"
  fi
}

# Whether anything that the page is made of has changed since. A folder is newer where a file in it is gone.
newer_than() {
  find "$root/web" \( -name node_modules -o -name dist \) -prune -o -newer "$1" -not -path "$root/web" -print -quit |
    grep -q .
}
