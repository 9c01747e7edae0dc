#!/bin/sh
# Writes executed copies of the notebooks, with pictures of their charts, for GitHub to show.
#
#   notebooks/render.sh [--folder FOLDER] [NOTEBOOK ...]
#
# They go to rendered/ in this folder, the pictures of the README beside the notebooks.
# BROADSHEET_OUTPUT names another output folder than output/ of the repository.
set -eu
doing="render the notebooks"
requirements=requirements-test.txt
. "$(dirname -- "$0")/environment.sh"

install_packages
install_vega
exec "$python" "$notebooks/render.py" "$@"
