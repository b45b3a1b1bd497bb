#include "core/decode/ioctl.hpp"

#include <asm/ioctl.h>

#include <string>
#include <string_view>

#include "core/tables/ioctls/arguments.hpp"
#include "core/tables/ioctls/sized_requests.hpp"

namespace troupe {

namespace {

std::string_view direction_of(std::uint32_t direction) {
    static constexpr std::string_view names[] = {"_IOC_NONE", "_IOC_WRITE", "_IOC_READ", "_IOC_READ|_IOC_WRITE"};
    return names[direction & (_IOC_READ | _IOC_WRITE)];
}

std::string names_of(std::uint32_t code, Abi abi, bool with_comments) {
    std::string names;
    if (const SizedRequest* sized = sized_request(code)) {
        names = spelling_of(*sized, code, with_comments);
    }
    for (const IoctlRow& row : ioctls_of(code, abi)) {
        names += names.empty() ? "" : " or ";
        names += row.symbol;
    }
    return names;
}

}  // namespace

void write_ioctl_request(Decoder& decoder, std::uint64_t request) {
    Writer& out = decoder.out;
    const auto code = static_cast<std::uint32_t>(request);
    const std::string names = names_of(code, decoder.abi(), decoder.call.style.form.constants == ConstantStyle::names);
    if (!names.empty()) {
        out.symbol(names, code);
        return;
    }
    out.spelled(code, NumberForm::hex);
    out.open(Shape::function, "_IOC");
    out.element();
    out.symbol(direction_of(_IOC_DIR(code)), _IOC_DIR(code));
    for (const std::uint32_t part : {_IOC_TYPE(code), _IOC_NR(code), _IOC_SIZE(code)}) {
        out.element();
        out.number(part, NumberForm::hex);
    }
    out.close();
}

IoctlSlot ioctl_slot(std::uint64_t request, Abi abi) {
    const auto code = static_cast<std::uint32_t>(request);
    const IoctlArgument* row = ioctl_argument(code, abi);
    if (row != nullptr) {
        return {row->absent ? nullptr : &row->argument, row->absent, row->in_result, row->returns_descriptor};
    }
    // What an input device is told or asked stands behind a pointer, whatever it is (linux/input.h).
    static constexpr Argument address = in(kind::pointer, "arg");
    const bool has_pointer = _IOC_DIR(code) == _IOC_WRITE || _IOC_DIR(code) == _IOC_READ;
    return {_IOC_TYPE(code) == 'E' && has_pointer ? &address : nullptr, false};
}

bool is_number_unless_read(std::uint64_t request) {
    constexpr std::uint32_t video_device = 'V', clock_device = '=';  // linux/videodev2.h, linux/ptp_clock.h
    const std::uint32_t type = _IOC_TYPE(static_cast<std::uint32_t>(request));
    return type == video_device || type == clock_device;
}

}  // namespace troupe
