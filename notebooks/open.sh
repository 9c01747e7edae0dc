#!/bin/sh
# Opens the notebooks in JupyterLab; the first time, makes .venv and installs what they need.
#
#   notebooks/open.sh [arguments of jupyter lab, e.g. --no-browser --port 9000]
#
# BROADSHEET_OUTPUT names another output folder than output/ of the repository.
set -eu
doing="open the notebooks"
requirements=requirements.txt
. "$(dirname -- "$0")/environment.sh"

install_packages
[ "$(id -u)" -ne 0 ] || set -- --allow-root "$@"
exec "$python" -m jupyterlab --ServerApp.root_dir="$notebooks" "$@"
