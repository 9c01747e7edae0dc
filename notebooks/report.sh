#!/bin/sh
# Writes notebooks 00 to 04 of the current run as HTML pages that need nothing but a browser.
#
#   notebooks/report.sh [FOLDER]      by default report/ of the repository
#
# BROADSHEET_OUTPUT names another output folder than output/ of the repository.
set -eu
doing="make the report"
requirements=requirements.txt
. "$(dirname -- "$0")/environment.sh"

install_packages
install_vega
exec "$python" "$notebooks/report.py" "$@"
