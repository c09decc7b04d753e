"""Makes the letters of the pictures from Noto Sans: what a page serves (woff2), and what the program measures with (ttf).

    python3 -m venv v && v/bin/pip install fonttools==4.68.0 brotli==1.2.1
    for font in noto-sans@0.4.2 noto-sans-arabic@0.4.3 noto-sans-ethiopic@0.4.2; do npm pack "@expo-google-fonts/$font"; done
    for file in *.tgz; do tar xzf "$file" --one-top-level="${file%.tgz}"; done
    v/bin/python make.py . src/render/diagram/letters

The same versions give the same bytes. A font to measure with has no outlines: only which letters there are, how wide they
are, and the rules that change that (kerning, joining).
"""

import io
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# ASCII, the letters of Western Europe, quotes, dashes, euro, minus, and the letters of Polish, Turkish and Romanian.
LATIN = ("U+0020-007E,U+00A0-00FF,U+0100-017F,U+0218-021B,U+02BC,U+02C6,U+02DC,U+2010-2015,U+2018-201E,U+2022,U+2026,"
         "U+2030,U+2039-203A,U+20AC,U+2122,U+2212")
# Bulgarian, Russian and Ukrainian.
CYRILLIC = "U+0400-045F,U+0490-0491"
# Arabic, Persian, Pashto, Sorani and Urdu, with their digits and marks.
ARABIC = ("U+060C,U+061B,U+061F,U+0621-063A,U+0640-0652,U+0654-0655,U+0660-066C,U+0670-0671,U+0679,U+067C,U+067E,U+0681,"
          "U+0685-0686,U+0688-0689,U+0691,U+0693,U+0695-0696,U+0698,U+069A,U+06A4,U+06A9,U+06AB,U+06AF,U+06B5,U+06BA,"
          "U+06BC,U+06BE,U+06C0-06C3,U+06C6,U+06CA,U+06CC-06CE,U+06D0,U+06D2-06D5,U+06F0-06F9,U+200C-200F")
# Tigrinya.
ETHIOPIC = "U+1200-137F"

# The features that a browser always uses. Ligatures such as fi are not among them: a reader who copies or searches in a
# PDF must find letters.
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "init", "medi", "fina", "isol", "rlig"]
# The rules for Ethiopic letters weigh 110 kB and change little; no page serves them.
NO_FEATURES = []
NOT_FOR_MEASURING = ["glyf", "loca", "name", "post", "OS/2", "gasp", "prep", "fpgm", "cvt ", "DSIG", "STAT"]

# Font, file of the package, letters to measure with, their rules, and the files that a page serves with their letters.
FONTS = [
    ("noto-sans", "NotoSans", f"{LATIN},{CYRILLIC}", FEATURES, [("noto-sans", LATIN), ("noto-sans-cyrillic", CYRILLIC)]),
    ("noto-sans-arabic", "NotoSansArabic", ARABIC, FEATURES, [("noto-sans-arabic", ARABIC)]),
    ("noto-sans-ethiopic", "NotoSansEthiopic", ETHIOPIC, NO_FEATURES, []),
]
WEIGHTS = [("400", "400Regular"), ("700", "700Bold")]


def subset_of(source, letters, features):
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # 0, 13 and 14: whose it is, and the licence
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(letters))
    subsetter.subset(font)
    return font


def save(font, path, flavor=None):
    font.flavor = flavor
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    data = io.BytesIO()
    font.save(data)
    path.write_bytes(data.getvalue())
    print(f"{path.name}: {len(data.getvalue())} bytes")


def main(packages, target):
    for package, file, measured, features, served in FONTS:
        folder = next(Path(packages).glob(f"expo-google-fonts-{package}-[0-9]*")) / "package"
        for weight, name in WEIGHTS:
            source = str(folder / name / f"{file}_{name}.ttf")
            for key, letters in served:
                save(subset_of(source, letters, features), Path(target) / f"{key}-{weight}.woff2", "woff2")
            font = subset_of(source, measured, features)
            for table in NOT_FOR_MEASURING:
                if table in font:
                    del font[table]
            save(font, Path(target) / f"{package}-{weight}.ttf")


main(*sys.argv[1:])
