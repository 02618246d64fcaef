#!/bin/sh
# statsmodels 0.15.0 with pandas 3.1.1: proportion_confint of two Series by channel, buyers and visitors, as value_counts() counts them (the most
# frequent first, so in another order where the busiest channel is not the one that sells most).
# Expected: a channel's own buyers of its own visitors, as pandas aligns buyers / visitors; or arrays without names, if names are not read.
# What happens: the numbers are taken by their place, and the result has the names of the first Series all the same: for "web", with 5 buyers of 100
# visitors, the interval is that of 5 of 20 and lies wholly above its own share of 5 %; no warning, whatever the method.
# With both sorted alike (sort_index) it is right; the sum of all stays right, so that nothing shows in a total. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check statsmodels==0.15.0 pandas==3.1.1
"$folder/venv/bin/python" - <<'PY'
import sys
import pandas, statsmodels
from statsmodels.stats.proportion import proportion_confint

visits = pandas.DataFrame({"channel": ["web"] * 100 + ["shop"] * 20, "bought": [True] * 5 + [False] * 95 + [True] * 12 + [False] * 8})
buyers, visitors = visits[visits.bought].channel.value_counts(), visits.channel.value_counts()
share = (buyers / visitors)["web"]
print("statsmodels", statsmodels.__version__, "pandas", pandas.__version__, "buyers", dict(buyers), "visitors", dict(visitors), "share of web", share)
said = []
for method in ("normal", "agresti_coull", "beta", "wilson", "jeffreys", "binom_test"):
    low, high = proportion_confint(buyers, visitors, method=method)
    right = proportion_confint(buyers["web"], visitors["web"], method=method)
    other = proportion_confint(buyers["web"], visitors["shop"], method=method)
    ordered = [side["web"] for side in proportion_confint(buyers.sort_index(), visitors.sort_index(), method=method)]
    shown = [(round(float(a), 3), round(float(b), 3)) for a, b in ((low["web"], high["web"]), right, other, ordered)]
    print(f"  {method}: web {shown[0]}, its own {shown[1]}, 5 of 20 {shown[2]}, sorted alike {shown[3]}")
    said.append(shown[0] == shown[2] and shown[1] == shown[3] and shown[0] != shown[1])
sys.exit(not (all(said) and share == 0.05 and 0.05 < proportion_confint(buyers, visitors, method="wilson")[0]["web"]))
PY
