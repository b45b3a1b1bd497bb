#pragma once

#include <cstdint>
#include <string>

#include "troupe/core/line_columns.hpp"
#include "troupe/core/record.hpp"

namespace troupe {

/// What stands between the pid and the text of a line: `11:40:22.413517 (+     0.001788) [ 110] [00007fa64d7d64f7] `.
class LineLeader {
 public:
    explicit LineLeader(LineColumns columns) : columns_(columns) {}

    /// Of the line of this record; the next one counts from here.
    void append(const Head& head, std::string& out);
    /// ` <0.000041>`, where it is wanted.
    void append_spent(Timestamp begin, Timestamp end, std::string& out) const;

 private:
    void append_clock(std::uint64_t realtime, std::string& out);
    void append_since_last(std::uint64_t monotonic, std::string& out);

    LineColumns columns_;
    std::uint64_t last_line_ = 0;     // monotonic clock, ns; 0: there was none
    std::uint64_t known_second_ = 0;  // whose time of day is known; 0: none
    std::string time_of_day_;
};

}  // namespace troupe
