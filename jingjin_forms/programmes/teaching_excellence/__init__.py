"""國教署 精進教學計畫, known to us by a presentation only: no form of it is published."""

TITLE = "國教署 精進教學計畫"
