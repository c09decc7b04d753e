//! What stands in the input files, key by key, before it has meaning. These types are the schema that editors see.

mod addition;
mod contact;
mod entries;
mod forms;
mod layer;
mod national;
mod pathway;
mod practice;
mod text_or_block;
mod words;

pub use self::addition::{AdditionKey, RawAddition, Spot};
pub use self::contact::{RawContact, RawContactCard};
pub use self::entries::Entries;
pub use self::forms::{
    Age, Citation, DateText, Email, FactIdText, FoundAt, Https, Key, Months, MunicipalityCode, Period, Phone,
};
pub use self::layer::{RawIdentity, RawLayer, RawNote, RawRegionField, StatusName};
pub use self::national::{
    AudienceName, CheckMark, FreeName, GroupName, OrganisationKind, RawFact, RawOrganisation, RawRight, RawShelfLife,
    RawSite, RawSource, SourceKind, YesNo,
};
pub use self::pathway::{
    DeciderName, FrameName, KindName, LimitName, RawPathway, RawStage, RawTransition, RefuseName, TopicName,
};
pub use self::practice::{
    Carrier, LegalForm, RawComplaint, RawDuration, RawLegalForm, RawOwnOrganisation, RawPractice, RawTable, RawTerms,
    TableForm,
};
pub use self::words::{
    RawGlossaryEntry, RawLanguage, RawOrganisationWords, RawPageWords, RawRemedyWords, RawRightWords, RawStageWords,
    RawTransitionWords,
};
