//! A whole picture for the tests: all stages and roads of the facts, in Dutch and in Arabic.

use crate::lang::Direction;
use crate::render::diagram::picture::{Frame, MiniMap, MiniStage, Picture, Road, RoadEnd, RoadKind, StageBox, Words};

/// Key, name, frame, who decides, whether one may refuse.
type Row = (&'static str, &'static str, Frame, &'static str, &'static str);

const DUTCH: [Row; 15] = [
    ("zorgen", "Een vraag of zorgen", Frame::Voluntary, "nog niemand", "ja"),
    ("vrijwillige-hulp", "Hulp van het lokale team", Frame::Voluntary, "u, en uw kind vanaf 12", "ja, ook later"),
    ("veilig-thuis", "Veilig Thuis", Frame::Voluntary, "u beslist over hulp", "ja, tegen hulp"),
    (
        "intensieve-vrijwillige-hulp",
        "Intensieve vrijwillige hulp",
        Frame::VoluntaryIntensive,
        "u, en uw kind vanaf 12",
        "ja, op elk moment",
    ),
    (
        "beschermingstafel",
        "Overleg (beschermings\u{ad}tafel)",
        Frame::Transitional,
        "Raad over onderzoek",
        "ja, ook tegen afspraken",
    ),
    ("uitgesteld-raadsonderzoek", "Onderzoek even uitgesteld", Frame::VoluntaryIntensive, "Raad, samen met overleg", "ja"),
    ("vto", "Verzoek tot onderzoek (VTO)", Frame::Transitional, "Raad, over onderzoek", "ja, tegen hulp"),
    ("raadsonderzoek", "Onderzoek door de Raad", Frame::Transitional, "Raad, over de vraag", "ja, tegen hulp"),
    ("zitting", "De zitting bij de kinder\u{ad}rechter", Frame::Transitional, "de kinder\u{ad}rechter", "u geeft uw mening"),
    (
        "ots",
        "Onder\u{ad}toezicht\u{ad}stelling (OTS)",
        Frame::Compulsory,
        "de kinder\u{ad}rechter",
        "nee, wel naar de rechter",
    ),
    ("spoed", "Spoed: voorlopige maatregel", Frame::Compulsory, "de kinder\u{ad}rechter", "nee, wel uw mening"),
    (
        "uithuisplaatsing",
        "Uithuis\u{ad}plaatsing met machtiging",
        Frame::Compulsory,
        "de kinder\u{ad}rechter",
        "nee, wel naar de rechter",
    ),
    ("afschalen", "Minder hulp of stoppen", Frame::Voluntary, "u en uw hulpverlener", "ja"),
    ("nazorg", "Hulp na de maatregel", Frame::Voluntary, "u, en uw kind vanaf 12", "ja"),
    (
        "vrijwillige-plaatsing",
        "Kind tijdelijk ergens anders",
        Frame::VoluntaryIntensive,
        "alle ouders met gezag",
        "ja, ook later",
    ),
];

const ARABIC: [Row; 15] = [
    ("zorgen", "سؤال أو قلق", Frame::Voluntary, "لا أحد بعد", "نعم"),
    ("vrijwillige-hulp", "مساعدة من الفريق المحلي", Frame::Voluntary, "أنت وطفلك من عمر 12", "نعم، ولاحقًا أيضًا"),
    ("veilig-thuis", "منظمة البيت الآمن (Veilig Thuis)", Frame::Voluntary, "أنت تقرر بشأن المساعدة", "نعم، للمساعدة"),
    (
        "intensieve-vrijwillige-hulp",
        "مساعدة طوعية مكثفة",
        Frame::VoluntaryIntensive,
        "أنت وطفلك من عمر 12",
        "نعم، في أي وقت",
    ),
    (
        "beschermingstafel",
        "اجتماع التشاور (طاولة الحماية)",
        Frame::Transitional,
        "المجلس بشأن التحقيق",
        "نعم، للاتفاقات أيضًا",
    ),
    ("uitgesteld-raadsonderzoek", "تأجيل التحقيق قليلًا", Frame::VoluntaryIntensive, "المجلس مع الاجتماع", "نعم"),
    ("vto", "طلب إجراء تحقيق (VTO)", Frame::Transitional, "المجلس بشأن التحقيق", "نعم، للمساعدة"),
    ("raadsonderzoek", "تحقيق مجلس حماية الطفل", Frame::Transitional, "المجلس بشأن الطلب", "نعم، للمساعدة"),
    ("zitting", "جلسة عند قاضي الأطفال", Frame::Transitional, "قاضي الأطفال", "يمكنك إبداء رأيك"),
    ("ots", "الإشراف القضائي على الأسرة (OTS)", Frame::Compulsory, "قاضي الأطفال", "لا، لكن يمكنك اللجوء إلى القاضي"),
    ("spoed", "حالة عاجلة: إجراء مؤقت", Frame::Compulsory, "قاضي الأطفال", "لا، لكن نسمع رأيك"),
    (
        "uithuisplaatsing",
        "وضع الطفل خارج البيت بإذن القاضي",
        Frame::Compulsory,
        "قاضي الأطفال",
        "لا، لكن يمكنك اللجوء إلى القاضي",
    ),
    ("afschalen", "مساعدة أقل أو التوقف", Frame::Voluntary, "أنت ومقدم المساعدة", "نعم"),
    ("nazorg", "مساعدة بعد الإجراء", Frame::Voluntary, "أنت وطفلك من عمر 12", "نعم"),
    (
        "vrijwillige-plaatsing",
        "الطفل مؤقتًا في مكان آخر",
        Frame::VoluntaryIntensive,
        "كل من له الولاية من الوالدين",
        "نعم، ولاحقًا أيضًا",
    ),
];

/// Fact, starts, targets, kind. A target with `<` in front is a way back.
type RoadRow = (&'static str, &'static [&'static str], &'static [&'static str], RoadKind);

const ROADS: [RoadRow; 28] = [
    ("T-01", &["zorgen"], &["vrijwillige-hulp"], RoadKind::Forward),
    ("T-02", &["zorgen"], &["veilig-thuis"], RoadKind::Forward),
    ("T-03", &["veilig-thuis"], &["vrijwillige-hulp"], RoadKind::Back),
    ("T-04", &["vrijwillige-hulp"], &["intensieve-vrijwillige-hulp"], RoadKind::Forward),
    ("T-05", FIRST, &["beschermingstafel"], RoadKind::Forward),
    ("T-06", &["beschermingstafel"], &["vrijwillige-hulp"], RoadKind::Back),
    ("T-07", &["beschermingstafel"], &["uitgesteld-raadsonderzoek"], RoadKind::Sideways),
    ("T-08", &["uitgesteld-raadsonderzoek"], &["afschalen"], RoadKind::Back),
    ("T-09", &["uitgesteld-raadsonderzoek"], &["raadsonderzoek"], RoadKind::Forward),
    ("T-10", &["beschermingstafel"], &["raadsonderzoek"], RoadKind::Forward),
    ("T-11", FIRST, &["vto"], RoadKind::Forward),
    ("T-12", &["vto"], &["raadsonderzoek"], RoadKind::Forward),
    ("T-13", &["vto"], &["vrijwillige-hulp"], RoadKind::Back),
    ("T-14", &["raadsonderzoek"], &["vrijwillige-hulp", "afschalen"], RoadKind::Back),
    ("T-15", &["raadsonderzoek"], &["zitting"], RoadKind::Forward),
    ("T-16", &["raadsonderzoek"], &["zitting"], RoadKind::Sideways),
    ("T-17", &["raadsonderzoek"], &["zitting"], RoadKind::Sideways),
    ("T-18", &["intensieve-vrijwillige-hulp", "vrijwillige-plaatsing"], &["zitting"], RoadKind::Sideways),
    ("T-19", &["zitting"], &["ots"], RoadKind::Forward),
    ("T-20", &["zitting"], &["vrijwillige-hulp", "intensieve-vrijwillige-hulp", "afschalen"], RoadKind::Back),
    ("T-22", &["spoed"], &["ots"], RoadKind::Forward),
    ("T-22", &["spoed"], &["afschalen"], RoadKind::Back),
    ("T-23", &["ots"], &["uithuisplaatsing"], RoadKind::Forward),
    ("T-24", &["uithuisplaatsing"], &["ots"], RoadKind::Back),
    ("T-25", &["ots"], &["ots"], RoadKind::Loop),
    ("T-26", &["ots"], &["afschalen", "nazorg"], RoadKind::Back),
    ("T-27", &["vrijwillige-plaatsing"], &["zorgen", "vrijwillige-hulp"], RoadKind::Back),
    ("T-28", &["intensieve-vrijwillige-hulp"], &["afschalen"], RoadKind::Back),
];

const FIRST: &[&str] = &["vrijwillige-hulp", "veilig-thuis", "intensieve-vrijwillige-hulp"];

/// The overview in Dutch, without a mark on a stage.
pub(crate) fn dutch() -> Picture {
    let mut stages = stages(&DUTCH);
    stages[1].local_name = Some("Jeugd- en Gezinsteam".to_owned());
    stages[3].local_name = Some("preventieve jeugd\u{ad}bescherming".to_owned());
    stages[3].duration = Some("3 maanden".to_owned());
    stages[4].local_name = Some("jeugd\u{ad}beschermings\u{ad}tafel".to_owned());
    stages[5].duration = Some("3 tot 6 maanden".to_owned());
    Picture {
        id: "plaat".to_owned(),
        language: "nl".to_owned(),
        direction: Direction::Ltr,
        title: "Alle stappen, van vrijwillige hulp tot een maatregel".to_owned(),
        description: "Drie vakken naast elkaar: vrijwillig, overleg en onderzoek, en gedwongen. Vóór het vak gedwongen staat een poort: daar beslist de kinderrechter. Bovenlangs loopt de weg verder. Onderlangs loopt een even brede weg terug. De lijst op deze pagina zegt hetzelfde in woorden.".to_owned(),
        stages,
        roads: roads(),
        words: dutch_words(),
    }
}

/// The overview in Arabic, to be read from right to left.
pub(crate) fn arabic() -> Picture {
    Picture {
        id: "plaat".to_owned(),
        language: "ar".to_owned(),
        direction: Direction::Rtl,
        title: "كل الخطوات من المساعدة الطوعية إلى إجراء القاضي".to_owned(),
        description: "ثلاثة أقسام متجاورة: طوعي، تشاور وتحقيق، وإلزامي. القائمة في هذه الصفحة تقول الشيء نفسه بالكلمات."
            .to_owned(),
        stages: stages(&ARABIC),
        roads: roads(),
        words: arabic_words(),
    }
}

/// The Dutch mini-map of a page about `key`.
pub(crate) fn dutch_mini_map(key: &str) -> MiniMap {
    let name = DUTCH.iter().find(|row| row.0 == key).map(|row| row.1.replace('\u{ad}', "")).unwrap_or_default();
    let mark = |row: &Row| MiniStage { key: row.0.to_owned(), frame: row.2, known_here: true, current: row.0 == key };
    MiniMap {
        id: "kaartje".to_owned(),
        language: "nl".to_owned(),
        direction: Direction::Ltr,
        title: format!("U bent hier: {name}"),
        lanes: ["Vrijwillig", "Onderzoek", "Gedwongen"].map(str::to_owned),
        stages: DUTCH.iter().map(mark).collect(),
        here: format!("U bent hier: {name}"),
    }
}

fn stages(rows: &[Row]) -> Vec<StageBox> {
    (1..)
        .zip(rows)
        .map(|(number, (key, name, frame, decides, refuse))| StageBox {
            key: (*key).to_owned(),
            number,
            name: (*name).to_owned(),
            local_name: None,
            frame: *frame,
            decides: (*decides).to_owned(),
            refuse: (*refuse).to_owned(),
            duration: None,
            known_here: true,
            current: false,
        })
        .collect()
}

/// All transitions of the facts.
pub(crate) fn roads() -> Vec<Road> {
    let stage = |key: &str| RoadEnd::Stage(key.to_owned());
    let road = |from, to, kind, fact: &str| Road { from, to, kind, fact: fact.to_owned() };
    let mut roads = Vec::new();
    for (fact, starts, targets, kind) in ROADS {
        for start in starts {
            roads.extend(targets.iter().map(|target| road(stage(start), stage(target), kind, fact)));
        }
    }
    // The facts name no transition to the voluntary placement; that it exists is fact S-15.
    roads.push(road(stage("intensieve-vrijwillige-hulp"), stage("vrijwillige-plaatsing"), RoadKind::Sideways, "S-15"));
    roads.push(road(RoadEnd::Anywhere, stage("spoed"), RoadKind::Urgent, "T-21"));
    roads.push(road(stage("uithuisplaatsing"), RoadEnd::Outside, RoadKind::Exit, "T-29"));
    roads
}

/// The same picture with words that are forty percent longer, as in a language that needs more letters.
pub(crate) fn longer(mut picture: Picture) -> Picture {
    for stage in &mut picture.stages {
        for text in [&mut stage.name, &mut stage.decides, &mut stage.refuse] {
            *text = longer_text(text);
        }
        for text in [&mut stage.local_name, &mut stage.duration].into_iter().flatten() {
            *text = longer_text(text);
        }
    }
    for words in picture.words.all() {
        *words = longer_text(words);
    }
    picture
}

/// Every word gets four letters more for each ten; a long word may break before them.
fn longer_text(text: &str) -> String {
    text.split(' ').map(longer_word).collect::<Vec<_>>().join(" ")
}

fn longer_word(word: &str) -> String {
    let letters: Vec<char> = word.chars().filter(|letter| letter.is_alphabetic()).collect();
    let more: String = letters.iter().take((letters.len() * 4 + 5) / 10).collect();
    if letters.len() < 6 { format!("{more}{word}") } else { format!("{more}\u{ad}{word}") }
}

fn dutch_words() -> Words {
    let owned = str::to_owned;
    Words {
        lane_voluntary: owned("Vrijwillig"),
        lane_transition: owned("Overleg en onderzoek"),
        lane_compulsory: owned("Gedwongen"),
        gate: owned("De kinder\u{ad}rechter beslist"),
        gate_short: owned("kinder\u{ad}rechter"),
        voluntary: owned("vrijwillig"),
        here: owned("u bent hier"),
        unknown: owned("hier niet bekend"),
        local: owned("Hier:"),
        decides: owned("Beslist:"),
        refuse: owned("Nee zeggen:"),
        duration: owned("Duur:"),
        road_forward: owned("Verder: meer hulp, overleg of onderzoek"),
        road_back: owned("Terug: minder hulp, weer vrijwillig of stoppen"),
        border_forward: owned("Een organisatie vraagt dit aan"),
        border_back: owned("Beslist: overleg, Raad of kinderrechter"),
        border_release: owned("Einddatum of rechter"),
        road_own: owned("U gaat zelf naar de kinder\u{ad}rechter"),
        road_urgent: owned("Spoed, vanaf elke stap: alleen bij acuut gevaar"),
        legend_forward: owned("verder"),
        legend_back: owned("terug"),
        legend_loop: owned("verlenging"),
        legend_side: owned("zijstap"),
        legend_own: owned("u gaat zelf naar de rechter"),
        legend_urgent: owned("spoed"),
        legend_unknown: owned("niet bekend in uw gemeente"),
        legend_exit: owned("niet op deze plaat"),
    }
}

fn arabic_words() -> Words {
    let owned = str::to_owned;
    Words {
        lane_voluntary: owned("طوعي"),
        lane_transition: owned("تشاور وتحقيق"),
        lane_compulsory: owned("إلزامي"),
        gate: owned("قاضي الأطفال يقرر"),
        gate_short: owned("قاضي الأطفال"),
        voluntary: owned("طوعي"),
        here: owned("أنت هنا"),
        unknown: owned("غير معروف هنا"),
        local: owned("هنا:"),
        decides: owned("يقرر:"),
        refuse: owned("الرفض:"),
        duration: owned("المدة:"),
        road_forward: owned("إلى الأمام: مساعدة أكثر أو تشاور أو تحقيق"),
        road_back: owned("رجوع: مساعدة أقل أو طوعية من جديد أو توقف"),
        border_forward: owned("منظمة تطلب ذلك"),
        border_back: owned("يقرر: الاجتماع أو المجلس أو القاضي"),
        border_release: owned("الموعد النهائي أو القاضي"),
        road_own: owned("تذهب بنفسك إلى قاضي الأطفال"),
        road_urgent: owned("عاجل، من كل خطوة: فقط عند خطر حاد"),
        legend_forward: owned("إلى الأمام"),
        legend_back: owned("رجوع"),
        legend_loop: owned("تمديد"),
        legend_side: owned("خطوة جانبية"),
        legend_own: owned("تذهب بنفسك إلى القاضي"),
        legend_urgent: owned("عاجل"),
        legend_unknown: owned("غير معروف في بلديتك"),
        legend_exit: owned("ليس في هذا الرسم"),
    }
}
