//! Names of frames and kinds, as themes and words of the interface know them.

use crate::model::pathway::{Frame, Kind};

/// Name of a frame in classes and contexts.
pub(crate) fn frame_name(frame: Frame) -> &'static str {
    match frame {
        Frame::Vrijwillig => "vrijwillig",
        Frame::VrijwilligIntensief => "vrijwillig-intensief",
        Frame::Overgang => "overgang",
        Frame::Gedwongen => "gedwongen",
    }
}

/// Path of the label of a frame. Every stage without a decision of the judge is called voluntary (facts §2.2).
pub(crate) fn frame_label_path(frame: Frame) -> &'static str {
    match frame {
        Frame::Vrijwillig => "frame.voluntary",
        Frame::VrijwilligIntensief => "frame.intensive",
        Frame::Overgang => "frame.transition",
        Frame::Gedwongen => "frame.compulsory",
    }
}

/// Name of a kind of road in classes and contexts.
pub(crate) fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Verder => "verder",
        Kind::Terug => "terug",
        Kind::Zijpad => "zijpad",
        Kind::Spoed => "spoed",
        Kind::Lus => "lus",
        Kind::Uit => "uit",
    }
}

/// Order in which roads are listed: the ways back stand beside the ways forward, urgency last.
pub(crate) fn kind_order(kind: Kind) -> u8 {
    match kind {
        Kind::Terug => 0,
        Kind::Verder => 1,
        Kind::Zijpad => 2,
        Kind::Lus => 3,
        Kind::Uit => 4,
        Kind::Spoed => 5,
    }
}
