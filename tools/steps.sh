# shellcheck shell=bash
# For tools/quickstart and tools/test: steps that say what they do and are quiet unless they fail, and the packages.
# Sourced from the root of the project.

logs=build/logs
mkdir -p "$logs"

# step TITLE COMMAND…: runs COMMAND; where it fails, shows the end of what it wrote, and ends.
step() {
    local title=$1 log started=$SECONDS
    shift
    log=$logs/$(tr -cs 'A-Za-z0-9\n' '-' <<<"${title%% (*}").log
    printf '%s ... ' "$title"
    if "$@" >"$log" 2>&1 </dev/null; then
        printf 'OK (%ds)\n' $((SECONDS - started))
        return
    fi
    printf 'FAILED\n\n'
    tail -n 60 "$log"
    printf '\n%s failed: %s\nThe whole log: %s\n' "$title" "$*" "$log"
    exit 1
}

# configure PRESET OPTION…: a build from scratch compiles sources several at once; one that is there stays as it was configured.
configure() {
    local preset=$1 unity=()
    shift
    [ -e "build/$preset/CMakeCache.txt" ] || unity=(-DTROUPE_UNITY=ON)
    step "Configuring build/$preset" cmake --preset "$preset" "${unity[@]}" "$@"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

install_now() {
    as_root apt-get update -q && as_root apt-get install -q -y --no-install-recommends "$@"
}

# install_packages build|test|bench: those of tools/packages.txt that are missing; `test` takes those of `build` too, and `bench` all.
install_packages() {
    local name when missing=()
    while read -r name when _; do
        if [ "$when" = "$1" ] || [ "$when" = build ] || [ "$1" = bench ]; then
            [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null || true)" = installed ] || missing+=("$name")
        fi
    done < <(grep -v '^#' tools/packages.txt)
    if [ ${#missing[@]} = 0 ]; then
        echo "Debian packages ... all there"
        return
    fi
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        echo "These Debian packages are missing, and neither root nor sudo is here to install them: ${missing[*]}"
        exit 1
    fi
    step "Installing Debian packages (${missing[*]})" install_now "${missing[@]}"
}
