"""What short bytes say is asked once, what long ones say each time."""

from jingjin_forms.files.remembered import of_short_bytes


def test_short_bytes_are_read_once_and_long_ones_each_time():
    asked: list[int] = []

    @of_short_bytes
    def length(content: bytes) -> int:
        asked.append(len(content))
        return len(content)

    for content in (b"a" * 16_000, b"a" * 16_001):
        assert length(content) == length(bytes(bytearray(content))) == len(content)
    assert asked == [16_000, 16_001, 16_001]
