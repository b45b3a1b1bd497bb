#include "core/tables/ioctls/sized_requests.hpp"

#include <asm/ioctl.h>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "core/tables/values/input.hpp"

namespace troupe {

namespace {

constexpr std::uint8_t written = _IOC_WRITE, read = _IOC_READ, both = _IOC_READ | _IOC_WRITE;

// linux/input.h, linux/soundcard.h, linux/hidraw.h, linux/hiddev.h, linux/uinput.h, linux/joystick.h, linux/spi/spidev.h
constexpr SizedRequest rows[] = {
    {"EVIOCGNAME", read, 'E', 0x06, 0x06},
    {"EVIOCGPHYS", read, 'E', 0x07, 0x07},
    {"EVIOCGUNIQ", read, 'E', 0x08, 0x08},
    {"EVIOCGPROP", read, 'E', 0x09, 0x09},
    {"EVIOCGMTSLOTS", read, 'E', 0x0a, 0x0a},
    {"EVIOCGKEY", read, 'E', 0x18, 0x18},
    {"EVIOCGLED", read, 'E', 0x19, 0x19},
    {"EVIOCGSND", read, 'E', 0x1a, 0x1a},
    {"EVIOCGSW", read, 'E', 0x1b, 0x1b},
    {"EVIOCGBIT", read, 'E', 0x20, 0x3f, RequestParameter::value_and_size, &input_event_types, true},
    {"EVIOCGABS", read, 'E', 0x40, 0x7f, RequestParameter::value, &absolute_axes},
    {"EVIOCSABS", written, 'E', 0xc0, 0xff, RequestParameter::value, &absolute_axes},
    {"MIXER_READ", read, 'M', 0x00, 0xff, RequestParameter::number},
    {"MIXER_WRITE", written, 'M', 0x00, 0xff, RequestParameter::number},
    {"HIDIOCGRAWNAME", read, 'H', 0x04, 0x04},
    {"HIDIOCGRAWPHYS", read, 'H', 0x05, 0x05},
    {"HIDIOCSFEATURE", read, 'H', 0x06, 0x06},
    {"HIDIOCSFEATURE", both, 'H', 0x06, 0x06},
    {"HIDIOCGFEATURE", both, 'H', 0x07, 0x07},
    {"HIDIOCGRAWUNIQ", read, 'H', 0x08, 0x08},
    {"HIDIOCGPHYS", read, 'H', 0x12, 0x12},
    {"UI_GET_SYSNAME", read, 'U', 0x2c, 0x2c},
    {"JSIOCGNAME", read, 'j', 0x13, 0x13},
    {"SPI_IOC_MESSAGE", written, 'k', 0x00, 0x00},
};

std::uint64_t value_of(const SizedRequest& request, std::uint32_t code) { return _IOC_NR(code) - request.first; }

std::string spelled_value(const SizedRequest& request, std::uint64_t value, bool with_comments) {
    const std::string_view name = name_in(*request.values, value);
    if (!name.empty()) {
        return std::string(name);
    }
    if (value == 0) {
        return "0";
    }
    return with_comments ? fmt::format("{:#x} /* {} */", value, request.values->unknown) : fmt::format("{:#x}", value);
}

}  // namespace

const SizedRequest* sized_request(std::uint32_t code) {
    const auto is_it = [code](const SizedRequest& row) {
        return row.direction == _IOC_DIR(code) && row.type == _IOC_TYPE(code) && _IOC_NR(code) >= row.first && _IOC_NR(code) <= row.last;
    };
    const auto* found = std::find_if(std::begin(rows), std::end(rows), is_it);
    return found == std::end(rows) ? nullptr : found;
}

std::string spelling_of(const SizedRequest& request, std::uint32_t code, bool with_comments) {
    const std::uint64_t value = value_of(request, code);
    switch (request.parameter) {
        case RequestParameter::size:
            return fmt::format("{}({})", request.name, _IOC_SIZE(code));
        case RequestParameter::number:
            return fmt::format("{}({})", request.name, value);
        case RequestParameter::value:
            return fmt::format("{}({})", request.name, spelled_value(request, value, with_comments));
        case RequestParameter::value_and_size:
            return fmt::format("{}({}, {})", request.name, value == 0 ? std::string("0") : spelled_value(request, value, with_comments),
                               _IOC_SIZE(code));
    }
    return {};
}

std::string_view argument_name_of(const SizedRequest& request, std::uint32_t code) {
    return request.named_argument ? name_in(*request.values, value_of(request, code)) : request.name;
}

}  // namespace troupe
