#!/bin/sh
# One night. Exit codes 5 (another run holds the lock), 6 (not in the catalog) and 1 (unexpected failure) are worth a second
# try; the others need a person. In cluster mode spark-submit returns 0 also for a driver that failed, so the manifest has the last word.
set -u
jar=${BROADSHEET_JAR:-/opt/broadsheet/broadsheet.jar}
config=${BROADSHEET_CONFIG:-/etc/broadsheet/nightly.properties}
output=${BROADSHEET_OUTPUT:?set it to the --output of the configuration}
submit=${SPARK_HOME:+$SPARK_HOME/bin/}spark-submit
run_id=$(date -u +%Y-%m-%dT%H%M%SZ)

for attempt in 1 2 3; do
  # The same run id makes a repetition harmless: what is published and unchanged is left as it is.
  "$submit" "$jar" run --config "$config" --run-id "$run_id"
  code=$?
  case $code in
    0) break ;;
    1 | 5 | 6) [ "$attempt" -lt 3 ] && sleep 600 ;;
    *) exit "$code" ;;
  esac
done
[ "$code" -eq 0 ] || exit "$code"
manifest=$("$submit" "$jar" show --json --output "$output" --run "$run_id") || exit
case $manifest in
  *'"status" : "published"'*) ;;
  *)
    echo "Run $run_id failed its audit: broadsheet show --run $run_id names the checks." >&2
    exit 4
    ;;
esac
