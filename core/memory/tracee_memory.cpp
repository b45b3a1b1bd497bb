#include "troupe/core/tracee_memory.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "core/memory/overlay.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe {
namespace {

bool crosses_page(std::uint64_t address, std::size_t size) { return size > bytes_to_page_end(address); }

iovec local(const std::byte* bytes, std::size_t size) { return {const_cast<std::byte*>(bytes), size}; }
iovec remote(std::uint64_t address, std::size_t size) { return {reinterpret_cast<void*>(address), size}; }

/// process_vm_readv or process_vm_writev was not made at all: EFAULT says that the page is not there, ESRCH that the tracee is not.
bool is_refusal(int code) { return code != EFAULT && code != ESRCH; }

UniqueFd open_memory(pid_t tid, int access) { return UniqueFd(::open(fmt::format("/proc/{}/mem", tid).c_str(), access | O_CLOEXEC)); }

std::size_t read_through_proc(pid_t tid, std::uint64_t address, std::span<std::byte> out) {
    const UniqueFd file = open_memory(tid, O_RDONLY);
    std::size_t done = 0;
    while (file && done < out.size()) {
        const ssize_t count = ::pread(file.get(), out.data() + done, out.size() - done, static_cast<off_t>(address + done));
        if (count <= 0) {
            break;
        }
        done += static_cast<std::size_t>(count);
    }
    return done;
}

bool write_through_proc(pid_t tid, std::uint64_t address, std::span<const std::byte> bytes) {
    const UniqueFd file = open_memory(tid, O_WRONLY);
    if (!file) {
        return false;
    }
    while (!bytes.empty()) {
        const ssize_t count = ::pwrite(file.get(), bytes.data(), bytes.size(), static_cast<off_t>(address));
        if (count <= 0) {
            return false;
        }
        address += static_cast<std::uint64_t>(count);
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

}  // namespace

std::size_t TraceeMemory::read(std::uint64_t address, std::span<std::byte> out) {
    std::size_t done = 0;
    bool through_proc = may_wait();
    while (!through_proc && done < out.size()) {
        const iovec here = local(out.data() + done, out.size() - done);
        const iovec there = remote(address + done, out.size() - done);
        const ssize_t count = ::process_vm_readv(tid_, &here, 1, &there, 1, 0);
        if (count <= 0) {
            through_proc = count < 0 && is_refusal(errno);
            break;
        }
        done += static_cast<std::size_t>(count);
    }
    if (through_proc) {
        done += read_through_proc(tid_, address + done, out.subspan(done));
    }
    if (!pokes_.empty()) {
        lay_over(pokes_, address, out.first(done));
    }
    return done;
}

// Never beyond the page that holds the NUL: the next one may not be there.
StringEnd TraceeMemory::read_string(std::uint64_t address, std::size_t limit, std::string& out) {
    out.clear();
    std::array<std::byte, 4096> chunk;
    while (out.size() < limit) {
        const std::uint64_t here = address + out.size();
        const std::size_t wanted = std::min({bytes_to_page_end(here), limit - out.size(), out.empty() ? std::size_t{256} : chunk.size()});
        const std::size_t count = read(here, std::span(chunk).first(wanted));
        const auto* text = reinterpret_cast<const char*>(chunk.data());
        const std::size_t length = ::strnlen(text, count);
        out.append(text, length);
        if (length < count) {
            return StringEnd::terminated;
        }
        if (count < wanted) {
            return StringEnd::fault;
        }
    }
    return StringEnd::limit;
}

Written TraceeMemory::write(std::uint64_t address, std::span<const std::byte> bytes) {
    if (bytes.empty()) {
        return Written::now;
    }
    const auto is_there = [&] {
        std::vector<std::byte> present(bytes.size());
        return read(address, present) == bytes.size();
    };
    // The kernel would write up to the first page that is not there, and that could not be taken back.
    if (crosses_page(address, bytes.size()) && !is_there()) {
        return Written::fault;
    }
    const iovec here = local(bytes.data(), bytes.size());
    const iovec there = remote(address, bytes.size());
    if (!may_wait() && ::process_vm_writev(tid_, &here, 1, &there, 1, 0) == static_cast<ssize_t>(bytes.size())) {
        return Written::now;
    }
    if (write_through_proc(tid_, address, bytes)) {
        return Written::now;
    }
    if (!is_there()) {
        return Written::fault;
    }
    pokes_.push_back({address, {bytes.begin(), bytes.end()}});
    return Written::when_resumed;
}

std::vector<Poke> TraceeMemory::take_pokes() { return std::exchange(pokes_, {}); }

}  // namespace troupe
