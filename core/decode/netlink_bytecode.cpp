#include <linux/inet_diag.h>
#include <sys/socket.h>

#include "core/decode/netlink.hpp"
#include "core/decode/structure.hpp"
#include "core/tables/structs/socket_diagnosis.hpp"

/// INET_DIAG_REQ_BYTECODE (inet_diag_bc_audit in the kernel): an operation, and behind it what it compares with.
namespace troupe {

namespace {

/// {family=AF_INET, prefix_len=24, port=80, addr=inet_addr("127.0.0.1")}
void write_host_condition(Decoder& decoder, const Part& data) {
    constexpr std::size_t inet_size = 4, inet6_size = 16;
    const auto condition = data.as<inet_diag_hostcond>();
    const Part address = data.from(sizeof(condition));
    if (condition.family == AF_INET && address.has(inet_size)) {
        write_structure_of(decoder, inet_host_condition_layout, data);
    } else if (condition.family == AF_INET6 && address.has(inet6_size)) {
        write_structure_of(decoder, inet6_host_condition_layout, data);
    } else if (address.size() == 0) {
        write_structure_of(decoder, host_condition_layout, data);
    } else {
        const StructureBytes bytes(host_condition_layout.on(Abi::x86_64), data.bytes());
        const End end = write_open_structure(decoder, host_condition_layout, bytes);
        decoder.out.field("addr");
        write_part_as_bytes(decoder, address);
        decoder.out.close(end);
    }
}

void write_compared(Decoder& decoder, unsigned code, const Part& data) {
    switch (code) {
        case INET_DIAG_BC_S_COND:
        case INET_DIAG_BC_D_COND:
            if (data.has(sizeof(inet_diag_hostcond))) {
                write_host_condition(decoder, data);
                return;
            }
            break;
        case INET_DIAG_BC_DEV_COND:
            if (data.has(sizeof(std::uint32_t))) {
                write_value(decoder, kind::network_device, data.as<std::uint32_t>());
                return;
            }
            break;
        case INET_DIAG_BC_S_GE:
        case INET_DIAG_BC_S_LE:
        case INET_DIAG_BC_D_GE:
        case INET_DIAG_BC_D_LE:
            if (data.has(sizeof(inet_diag_bc_op))) {
                write_structure_of(decoder, bytecode_layout, data);
                return;
            }
            break;
        case INET_DIAG_BC_MARK_COND:
            if (data.has(sizeof(inet_diag_markcond))) {
                write_structure_of(decoder, mark_condition_layout, data);
                return;
            }
            break;
        default:
            break;
    }
    write_part_as_bytes(decoder, data);
}

}  // namespace

void write_bytecode(Decoder& decoder, const Part& data) {
    write_structure_of(decoder, bytecode_layout, data);
    if (const Part rest = data.from(sizeof(inet_diag_bc_op)); rest.size() != 0) {
        decoder.out.element();
        write_compared(decoder, data.as<inet_diag_bc_op>().code, rest);
    }
}

}  // namespace troupe
