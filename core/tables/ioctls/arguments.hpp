#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "troupe/core/abi.hpp"
#include "troupe/core/argument.hpp"

/// What requests of ioctl take, a family of devices a file.
namespace troupe {

/// Requests that take the same. They are known by their names, because their numbers depend on the ABI.
struct IoctlArgument {
    std::string_view requests;  ///< with blanks between them
    Argument argument{};
    bool absent = false;                      ///< they take nothing
    const StructLayout* in_result = nullptr;  ///< what the kernel has written is shown behind the result
    bool returns_descriptor = false;
};

/// The words that rows are written in.
namespace ioctls {
constexpr IoctlArgument takes(const Kind& kind, std::string_view requests) { return {requests, in(kind, "arg")}; }
constexpr IoctlArgument answers(const Kind& kind, std::string_view requests) { return {requests, out(kind, "arg")}; }
/// The same where a failure leaves something to show: the view of the structure says what.
constexpr IoctlArgument fills(const Kind& kind, std::string_view requests) { return {requests, filled(Filled::always, out(kind, "arg"))}; }
/// What is given and what comes of it are both shown.
constexpr IoctlArgument changes(const Kind& kind, std::string_view requests) { return {requests, inout(kind, "arg")}; }
constexpr IoctlArgument told_in_result(const StructLayout& layout, IoctlArgument row) {
    row.in_result = &layout;
    return row;
}
constexpr IoctlArgument alone(std::string_view requests) { return {requests, {}, true}; }
constexpr IoctlArgument opens(IoctlArgument row) {
    row.returns_descriptor = true;
    return row;
}

using Rows = std::span<const IoctlArgument>;
extern const Rows terminal_rows, console_rows, disk_rows, drive_rows, video_rows, line_rows, volume_rows, volume_query_rows, file_rows,
    input_rows, network_rows, clock_rows, flash_rows, machine_rows, processor_rows, event_rows;
}  // namespace ioctls

/// nullptr where no more is known of it than its name, if that.
[[nodiscard]] const IoctlArgument* ioctl_argument(std::uint32_t code, Abi abi);

}  // namespace troupe
