//! Blocks and conditions are no part of a paragraph, though Markdown puts them in one.

use super::{Element, Piece};

/// Blocks and conditions come out of the paragraph in which Markdown put them; empty paragraphs disappear.
pub(super) fn split_directive_lines(pieces: &mut Vec<Piece>) {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut in_paragraph = false;
    for piece in pieces.drain(..) {
        match piece {
            Piece::Open(Element::Paragraph) => {
                in_paragraph = true;
                out.push(piece);
            }
            Piece::Close(Element::Paragraph) => {
                in_paragraph = false;
                close_paragraph(&mut out);
            }
            Piece::Block(_) | Piece::IfKnown(_) | Piece::Otherwise | Piece::EndIf if in_paragraph => {
                close_paragraph(&mut out);
                out.push(piece);
                out.push(Piece::Open(Element::Paragraph));
            }
            Piece::SoftBreak if out.last() == Some(&Piece::Open(Element::Paragraph)) => {}
            other => out.push(other),
        }
    }
    *pieces = out;
}

fn close_paragraph(out: &mut Vec<Piece>) {
    while matches!(out.last(), Some(Piece::SoftBreak)) {
        out.pop();
    }
    if out.last() == Some(&Piece::Open(Element::Paragraph)) {
        out.pop();
    } else {
        out.push(Piece::Close(Element::Paragraph));
    }
}
