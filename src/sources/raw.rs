//! What stands in the input files, key by key, before it has meaning. These types are the schema that editors see.

mod addition;
mod entries;
mod forms;
mod national;
mod practice;
mod words;

pub use self::addition::{AdditionKey, RawAddition, Spot};
pub use self::entries::Entries;
pub use self::forms::{Citation, DateText, FactIdText, Https, Key, MunicipalityCode, Period, Phone};
pub use self::national::{
    CheckMark, DeciderName, FrameName, KindName, LimitName, OrganisationKind, RawFact, RawOrganisation, RawPathway,
    RawRight, RawSite, RawSource, RawStage, RawTransition, RefuseName, SourceKind, TopicName, YesNo,
};
pub use self::practice::{
    Carrier, LegalForm, RawComplaint, RawContact, RawContactCard, RawDuration, RawIdentity, RawLayer, RawLegalForm, RawNote,
    RawOwnOrganisation, RawPractice, RawRegionField, RawTable, RawTerms, StatusName, TableForm,
};
pub use self::words::{
    RawGlossaryEntry, RawLanguage, RawOrganisationWords, RawPageWords, RawRemedyWords, RawRightWords, RawStageWords,
    RawTransitionWords,
};
