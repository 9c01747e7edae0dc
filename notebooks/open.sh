#!/bin/sh
# Opens the notebooks in JupyterLab; the first time, makes .venv and installs what they need.
#
#   notebooks/open.sh [arguments of jupyter lab, e.g. --no-browser --port 9000]
#
# BROADSHEET_OUTPUT names another output folder than output/ of the repository.
set -eu

fail() {
  echo "Cannot open the notebooks: $*" >&2
  exit 1
}

notebooks=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
venv=$(dirname -- "$notebooks")/.venv
wanted=$notebooks/requirements.txt
installed=$venv/installed-requirements.txt # a copy, written last: it says the installation is whole

if ! cmp -s "$wanted" "$installed"; then
  command -v python3 >/dev/null || fail "python3 is not on the PATH. Install Python 3.10 or later."
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' ||
    fail "$(python3 --version) is too old. Install Python 3.10 or later."
  python3 -c 'import ensurepip, venv' 2>/dev/null ||
    fail "python3 has no venv module. Install it (on Debian and Ubuntu: apt-get install python3-venv)."
  echo "Installing JupyterLab, DuckDB, pandas and Altair into $venv: once, about half a minute."
  python3 -m venv "$venv" || fail "python3 -m venv $venv failed."
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$wanted" ||
    fail "pip could not install $wanted. Check the network or pip's index and start again."
  cp "$wanted" "$installed"
fi

# Kernels work in the notebooks' folder, so a relative path must not depend on where we are now.
case ${BROADSHEET_OUTPUT:-/} in
  /*) ;;
  *) export BROADSHEET_OUTPUT="$PWD/$BROADSHEET_OUTPUT" ;;
esac

[ "$(id -u)" -ne 0 ] || set -- --allow-root "$@"
exec "$venv/bin/python" -m jupyterlab --ServerApp.root_dir="$notebooks" "$@"
