#include "core/decode/array.hpp"
#include "core/tables/structs/asynchronous_io.hpp"

/// What io_submit is asked to do (linux/aio_abi.h, struct iocb). Which fields count depends on the operation.
namespace troupe {

namespace {

const StructLayout& layout_of_operation(std::uint16_t operation) {
    switch (operation) {
        case 0:
            return read_command_layout;
        case 1:
            return write_command_layout;
        case 5:
            return poll_command_layout;
        case 7:
            return vector_read_command_layout;
        case 8:
            return vector_write_command_layout;
        default:
            return bare_command_layout;
    }
}

}  // namespace

void write_io_command(Decoder& decoder, std::uint64_t address) {
    constexpr std::uint64_t operation_offset = 16;
    std::uint16_t operation = 0;
    if (address != 0 && decoder.looks_behind() && !decoder.memory().read_object(address + operation_offset, operation)) {
        write_unreadable(decoder, address);
        return;
    }
    write_structure(decoder, kind::structure(layout_of_operation(operation)), address);
}

}  // namespace troupe
