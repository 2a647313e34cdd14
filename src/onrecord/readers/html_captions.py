"""Picture credits inside a caption: where the caption's words end and the credit begins."""

import re

LABEL = (
    r"photo(?:graph)?s?|pictures?|images?|fotos?|fotograf(?:ie)?|bild(?:er|quelle|nachweis)?|credits?|crédits?|cr[ée]dito|source|quelle"
    r"|fuente|fonte|copyright|getty|file\s+photo|illustration|screenshot|screengrab|grafik|graphic|video|obs|zdj[ęe]cie"
    r"|fot|kuva|valokuva|fotó|photograph|collage|montage|ljósmynd|skjáskot|nuotr|фото|коллаж|колаж|источник|джерело|иллюстрация"
    r"|写真|사진|資料照|ảnh|تصوير"
)
AGENCY = (
    r"AFP|AP|Reuters|REUTERS|Getty(?:\ Images)?|GETTY|EPA|EFE|DPA|dpa|ANSA|Xinhua|PA(?:\ Media|\ Wire)?|Shutterstock|iStock|"
    r"Alamy|NTB|TT|Ritzau(?:\ Scanpix)?|IMAGO|imago|Imago|picture[\ -]alliance|APA|Keystone|KEYSTONE|Bloomberg|Anadolu|"
    r"NurPhoto|ZUMA(?:\ Press)?|Zuma|Unsplash|Pixabay|Pexels|Adobe\ Stock|Wikimedia(?:\ Commons)?|Flickr|AAP|CP|Rex|"
    r"The\ Canadian\ Press|Associated\ Press|SIPA|Sipa|MAXPPP|LaPresse|Europa\ Press|Depositphotos|Belga|Scanpix|Lehtikuva"
)
NAMES = r"(?:[^\W\d_a-zß-öø-ÿа-я][\w.'’@-]*)(?:\s(?:[^\W\d_a-zß-öø-ÿа-я][\w.'’@-]*|de|van|von|der|al|el|di|da|la)){0,4}"
BEGINS = (
    re.compile(rf"[(\[]\s*(?:(?:{LABEL})\b\s*(?:by\b|:|/|courtesy|-)?|©|via\b|courtesy\b)[^()\[\]]*[)\]]?\s*\.?$", re.I),
    re.compile(rf"(?:^|[\s.|–—,-])(?:{LABEL})\s*(?:(?:credit|by|courtesy(?:\s+of)?)\s*:?|:|©|/)\s*\S.{{0,120}}$", re.I),
    re.compile(r"(?:©|\(c\)|ⓒ|（Ｃ）)\s*\S.{0,120}$", re.I),
    re.compile(rf"\((?:[^()]*[\s/,-])?(?:{AGENCY})(?:[\s/,.-][^()]*)?\)\s*\.?$"),
    re.compile(rf"[\[](?:[^\[\]]*[\s/,-])?(?:{AGENCY})(?:[\s/,.-][^\[\]]*)?\]\s*\.?$"),
    re.compile(rf"(?:(?<=[.!?|”\"’)])|\s[|–—-])\s*(?:[^.!?|]{{0,60}}?[\s/,])?(?:via\s+)?(?:{AGENCY})(?:[\s/].{{0,40}})?$"),
    re.compile(r"\|\s*\S.{0,80}$"),
    re.compile(r"(?<=[.!?…][\s”\"’])\s*\([^()]{2,60}\)\s*$"),  # "… on Monday. (Ann Lee)"
    re.compile(rf"(?<=[.!?…])[”\"’]?\s+{NAMES}(?:\s?[/,]\s?[^.!?]{{1,50}})?$"),  # "… on Monday. Ann Lee/City Press"
    re.compile(r"\s/\s[^\W\d_].{1,60}$"),
    re.compile(r"[＝=]\s*[^\s＝=。]{1,30}$"),
    re.compile(r"\s(?:courtesy(?:\s+of)?|handout(?:\s+(?:via|by))?)\s*:?\s\S.{0,80}$", re.I),
)
ALONE = re.compile(
    rf"\W*(?:{NAMES})(?:\s?/\s?|\svia\s|\s[-–]\s)[\w .'’/@-]{{2,60}}\W*|[\w .]{{2,40}}\s[-–/]\s(?:[\w-]+\.)+(?:com|net|org)|\W*(?:{AGENCY})\W*|\(\s*{NAMES}\s*\)"
)
LEAST_CAPTION = 12  # characters before a credit that are a caption of their own


def credit_from(text: str) -> int | None:
    """Where the credit at the end of a caption begins: 0 when the whole is one, None when there is none."""
    if ALONE.fullmatch(text):
        return 0
    starts = [found.start() for found in (pattern.search(text) for pattern in BEGINS) if found]
    if not starts:
        return None
    start = min(starts)
    while start < len(text) and text[start] in " .|–—,!?\"”’)-\n\xa0":
        start += 1
    return 0 if start < LEAST_CAPTION else start
