// A page may carry one small script; this one does nothing.
