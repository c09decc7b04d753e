//! Divides the height of the picture over the rows of each stack of boxes.

/// Upper sides of rows with these `heights` between `top` and `bottom`. The first row starts at `top`, the last
/// one ends at `bottom`; what is left over is divided evenly between the rows.
pub(super) fn tops_of_rows(heights: &[i32], top: i32, bottom: i32) -> Vec<i32> {
    let gaps = i32::try_from(heights.len()).unwrap_or(i32::MAX) - 1;
    let left_over = bottom - top - heights.iter().sum::<i32>();
    let mut tops = Vec::new();
    let mut used = 0;
    for (index, height) in (0i32..).zip(heights) {
        let white = if gaps > 0 { left_over * index / gaps } else { 0 };
        tops.push(top + used + white);
        used += height;
    }
    tops
}

/// The least height in which rows with these `heights` fit with `gap` units between them.
pub(super) fn least_height(heights: &[i32], gap: i32) -> i32 {
    let gaps = i32::try_from(heights.len()).unwrap_or(i32::MAX) - 1;
    heights.iter().sum::<i32>() + gaps.max(0) * gap
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_row_ends_at_the_bottom() {
        assert_eq!(tops_of_rows(&[100, 50, 70], 10, 310), [10, 150, 240]);
    }

    #[test]
    fn a_single_row_stands_at_the_top() {
        assert_eq!(tops_of_rows(&[100], 10, 310), [10]);
    }

    #[test]
    fn rows_need_their_heights_and_the_gaps_between() {
        assert_eq!(least_height(&[100, 50, 70], 20), 260);
        assert_eq!(least_height(&[], 20), 0);
    }
}
