fn has(text: &str, expected: &str) {
    let found: Vec<Vec<String>> = crate::read(text).unwrap().readings.into_iter().map(|r| r.words).collect();
    let words: Vec<&str> = expected.split(' ').collect();
    assert!(found.contains(&words.iter().map(|w| w.to_string()).collect()), "{text}: {expected} is not among {found:?}");
}

#[test]
fn people_and_organisations_are_read() {
    for (text, expected) in [
        ("习近平", "xi jinping"),
        ("任正非", "ren zhengfei"),
        ("欧阳修", "ouyang xiu"),
        ("金正恩", "kim jong un"),
        ("华为技术有限公司", "huawei technology co ltd"),
        ("長江存儲科技有限責任公司", "yangtze memory technology co ltd"),
        ("中国电子科技集团公司第五十四研究所", "china electronics technology group corporation 54th research institute"),
    ] {
        has(text, expected);
    }
}

proptest::proptest! {
    /// Few readings, each of lower-case ASCII words, none twice; and reading them again changes nothing.
    #[test]
    fn any_text_is_read_within_bounds(text in "[一二十百千第〇0-9习欧阳近中国华有限公司会社株式々ヶのトヨ\u{3099} A-c]{0,12}|[\u{3000}-\u{30ff}\u{4e00}-\u{9fff}\u{20000}-\u{20010}]{0,40}|[\u{900}-\u{e7f}\u{1100}-\u{11ff}가-힣0-9a ]{0,20}") {
        for word in text.split(' ') {
            let readings = super::readings(word);
            assert!(readings.len() <= super::MAX_READINGS);
            for (at, reading) in readings.iter().enumerate() {
                assert!(!reading.is_empty() && !readings[..at].contains(reading));
                assert!(reading.iter().all(|w| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())), "{reading:?}");
            }
        }
        if let Ok(read) = crate::read(&text) {
            for reading in read.readings {
                let again = crate::read(&reading.words.join(" ")).unwrap();
                assert_eq!(&again.readings[0].words, &reading.words);
            }
        }
    }
}
