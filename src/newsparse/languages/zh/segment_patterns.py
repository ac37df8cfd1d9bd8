"""Chinese: where a line may hold two parts."""

import re

from newsparse.languages.patterns import SegmentPatterns

_OPEN, _CLOSE = r"[（(〔【［\[]", r"[）)〕】］\]]"
_REPORTER = r"(?:记者|記者|编辑|編輯|评论员|評論員|通讯员|特派員|特约撰稿|編譯|编译)"
_ENDS = r"(?:电|電|讯|訊|报道|報導|報道)"
# cities that follow a reporter's name without a space, before those whose name is only so long
_CITY = (
    r"(?:台北|臺北|新北|桃園|台中|臺中|台南|臺南|高雄|基隆|新竹|嘉義|屏東|花蓮|北京|上海|香港|東京|东京|華盛頓|华盛顿|紐約|纽约"
    r"|倫敦|伦敦|巴黎|柏林|首爾|首尔|莫斯科|綜合|综合)"
)
_NAMES = r"[^\s，。：:（）()〔〕【】／/]{2,4}"

PATTERNS = SegmentPatterns(
    local_opening=re.compile(
        rf"""{_OPEN}?(?P<by>[^\s，。：（）()〔〕【】]{{0,10}}{_REPORTER}\s?(?:{_NAMES}[、\s])*
              (?:[^\s，。：（）()／/]{{2,4}}?(?=\s?[／/]?{_CITY})|[^\s，。：（）()／/]{{3}}(?=\s?[／/]?[^\s\d]{{2,5}}(?:\d|{_ENDS}))
               |[^\s，。：（）()／/]{{2,4}}(?=\s?[／/]?[^\s\d]{{2,5}}(?:\d|{_ENDS})))\s?[／/]?)
            \s?(?P<dateline>[^\s，。：（）()]{{2,8}}?(?:(?:\d{{1,2}}月)?\d{{1,2}}日)?[^\s，。：（）()]{{0,4}}?{_ENDS}{_CLOSE}?)\s?[：:]?
          | {_OPEN}(?P<dateline1>[^，。（）()〔〕【】]{{1,16}}?\d{{1,2}}日[^，。（）()〔〕【】]{{0,8}}?{_ENDS}?{_CLOSE})\s?
          | (?P<dateline2>[^\s，。：（）()〔〕【】]{{0,12}}?(?:\d{{1,2}}月)?\d{{1,2}}日[^\s，。：（）()]{{0,4}}?{_ENDS}|[^\s，。：（）()]{{1,6}}[讯訊])
            \s?(?P<by2>{_OPEN}[^（）()〔〕【】，。]{{0,12}}{_REPORTER}[^（）()〔〕【】。]{{1,30}}{_CLOSE})?[：:]?\s?(?=\S)
          | (?P<by3>{_OPEN}[^（）()〔〕【】，。]{{0,12}}{_REPORTER}[^（）()〔〕【】。]{{1,30}}{_CLOSE})\s?(?=\S)
          | (?P<bar>{_OPEN}[^（）()〔〕【】\[\]]{{1,16}}{_CLOSE})\s?(?=\S)""",
        re.X,
    ),
    local_closing=re.compile(
        r"""(?<=[。！？])[^。！？]{2,30}$ | (?<=[。！？”」])\s?[（(【〔][^（）()【】〔〕]{2,40}[）)】〕]\s?[\dA-Z]{0,12}$
          | \s(?:[^\s，。]{2,10}\s){0,3}[^\s，。]{0,6}[摄攝][）)]?$ | 返回\S{1,6}[，,]\s?(?:查看|阅读|看)更多$""",
        re.X,
    ),
    sentence=re.compile(r"(?<=[。！？])(?![”」』）)])\s*(?=\S)|(?<=[。！？][”」』）)])\s*(?=\S)"),
    rights=re.compile(r"(?:©|ⓒ|\(c\)|copyright\b|版权所有|版權所有|未经授权|未經授權)", re.I),
)
