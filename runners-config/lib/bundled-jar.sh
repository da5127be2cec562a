# shellcheck shell=bash
# What the scripts that start the bundled jar share.

fail() {
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  exit 2
}

# The jar: LAKEBEAM_JAR, else the one that the build below a root made.
find_jar() {
  local root=$1
  if [[ -n "${LAKEBEAM_JAR:-}" ]]; then
    [[ -f "$LAKEBEAM_JAR" ]] || fail "LAKEBEAM_JAR is $LAKEBEAM_JAR, which is not there"
    echo "$LAKEBEAM_JAR"
    return
  fi
  local jars=("$root"/pipelines/target/lakebeam-[0-9]*.jar)
  [[ -f "${jars[0]}" ]] || fail 'no jar: run mvn package -DskipTests, or set LAKEBEAM_JAR'
  [[ ${#jars[@]} -eq 1 ]] || fail "more than one jar (${jars[*]}): set LAKEBEAM_JAR"
  echo "${jars[0]}"
}
