#include <gtest/gtest.h>
#include <linux/bpf.h>

#include <array>
#include <cstring>
#include <string>

#include "tests/core/decode/places.hpp"
#include "tests/support/decoded_call.hpp"

/// What bpf(2) takes to ask about objects, run and link them: as far as a program gives it.
namespace troupe::tests {
namespace {

/// `size` of the bytes of `attributes` are there and given.
std::string asked(std::uint64_t command, const bpf_attr& attributes, std::uint64_t size) {
    DecodedCall call("bpf");
    call.memory.put(place, std::string(reinterpret_cast<const char*>(&attributes), std::min<std::size_t>(size, sizeof(attributes))));
    call.memory.put_object(other_place, std::array<std::uint32_t, 4>{5, 6, 7, 8});
    return call.args({command, place, size}).returns(3);
}

bpf_attr all_of(unsigned char byte) {
    bpf_attr attributes;
    std::memset(&attributes, byte, sizeof(attributes));
    return attributes;
}

TEST(BpfObjects, AreFoundByTheirNumbers) {
    bpf_attr attributes = all_of(0);
    attributes.start_id = 2;
    attributes.open_flags = BPF_F_RDONLY;
    EXPECT_EQ(asked(BPF_PROG_GET_NEXT_ID, attributes, 4), "bpf(BPF_PROG_GET_NEXT_ID, {start_id=2, next_id=0}, 4) = 3");
    EXPECT_EQ(asked(BPF_LINK_GET_NEXT_ID, attributes, 12),
              "bpf(BPF_LINK_GET_NEXT_ID, {start_id=2, next_id=0, open_flags=BPF_F_RDONLY}, 12) = 3");
    EXPECT_EQ(asked(BPF_PROG_GET_FD_BY_ID, attributes, 8), "bpf(BPF_PROG_GET_FD_BY_ID, {prog_id=2, next_id=0}, 8) = 3");
    EXPECT_EQ(asked(BPF_MAP_GET_FD_BY_ID, attributes, 12),
              "bpf(BPF_MAP_GET_FD_BY_ID, {map_id=2, next_id=0, open_flags=BPF_F_RDONLY}, 12) = 3");
    EXPECT_EQ(asked(BPF_BTF_GET_FD_BY_ID, attributes, 8), "bpf(BPF_BTF_GET_FD_BY_ID, {btf_id=2}, 8) = 3");
    EXPECT_EQ(asked(BPF_LINK_GET_FD_BY_ID, attributes, 12), "bpf(BPF_LINK_GET_FD_BY_ID, {link_id=2, ...}, 12) = 3");
}

TEST(BpfObjects, ShowWhichIsTheNextOne) {
    DecodedCall call("bpf");
    bpf_attr attributes = all_of(0);
    call.memory.put(place, std::string(reinterpret_cast<const char*>(&attributes), 12));
    (void)call.args({BPF_MAP_GET_NEXT_ID, place, 12}).entry();
    call.memory.put_object(place, std::array<std::uint32_t, 3>{0, 137, 0});
    EXPECT_EQ(call.returns(0), "bpf(BPF_MAP_GET_NEXT_ID, {start_id=0, next_id=0 => 137, open_flags=0}, 12) = 0");
}

TEST(BpfPrograms, AreRunWithAsMuchAsIsGiven) {
    bpf_attr attributes = all_of(0);
    attributes.test.prog_fd = 4;
    attributes.test.data_size_in = 64;
    attributes.test.ctx_size_in = 8;
    attributes.test.flags = BPF_F_TEST_RUN_ON_CPU;
    const std::string begin =
        "bpf(BPF_PROG_TEST_RUN, {test={prog_fd=4, retval=0, data_size_in=64, data_size_out=0, data_in=NULL, data_out=NULL, repeat=0, "
        "duration=0";
    const std::string context = begin + ", ctx_size_in=8, ctx_size_out=0, ctx_in=NULL, ctx_out=NULL";
    EXPECT_EQ(asked(BPF_PROG_TEST_RUN, attributes, 40), begin + "}}, 40) = 3");
    EXPECT_EQ(asked(BPF_PROG_TEST_RUN, attributes, 44), context + "}}, 44) = 3");
    EXPECT_EQ(asked(BPF_PROG_TEST_RUN, attributes, 68), context + ", flags=BPF_F_TEST_RUN_ON_CPU, cpu=0}}, 68) = 3");
    EXPECT_EQ(asked(BPF_PROG_TEST_RUN, attributes, 80), context + ", flags=BPF_F_TEST_RUN_ON_CPU, cpu=0, batch_size=0}}, 80) = 3");
    reinterpret_cast<char*>(&attributes)[79] = 1;
    EXPECT_EQ(asked(BPF_PROG_TEST_RUN, attributes, 80), context + ", flags=BPF_F_TEST_RUN_ON_CPU, cpu=0, batch_size=0}, ...}, 80) = 3");
}

TEST(BpfPrograms, ThatAreAttachedAreListed) {
    bpf_attr attributes = all_of(0);
    attributes.query.target_fd = 3;
    attributes.query.query_flags = 3;
    attributes.query.prog_ids = other_place;
    attributes.query.prog_cnt = 2;
    EXPECT_EQ(asked(BPF_PROG_QUERY, attributes, 28),
              "bpf(BPF_PROG_QUERY, {query={target_fd=3, attach_type=BPF_CGROUP_INET_INGRESS, query_flags=BPF_F_QUERY_EFFECTIVE|0x2, "
              "attach_flags=0, prog_ids=[5, 6], prog_cnt=2}}, 28) = 3");
    EXPECT_EQ(asked(BPF_PROG_QUERY, attributes, 24),
              "bpf(BPF_PROG_QUERY, {query={target_fd=3, attach_type=BPF_CGROUP_INET_INGRESS, query_flags=BPF_F_QUERY_EFFECTIVE|0x2, "
              "attach_flags=0, prog_ids=[], prog_cnt=0}}, 24) = 3");
}

TEST(BpfBatches, ShowWhatTheirCommandLooksAt) {
    bpf_attr attributes = all_of(0);
    attributes.batch.in_batch = 1;
    attributes.batch.keys = 2;
    attributes.batch.values = 3;
    attributes.batch.count = 4;
    attributes.batch.map_fd = 5;
    attributes.batch.elem_flags = BPF_F_LOCK | 1;
    const std::string end = ", count=4, map_fd=5, elem_flags=BPF_F_LOCK|0x1, flags=0}}, 56) = 3";
    EXPECT_EQ(asked(BPF_MAP_LOOKUP_BATCH, attributes, 56),
              "bpf(BPF_MAP_LOOKUP_BATCH, {batch={in_batch=0x1, out_batch=NULL, keys=0x2, values=0x3" + end);
    EXPECT_EQ(asked(BPF_MAP_UPDATE_BATCH, attributes, 56), "bpf(BPF_MAP_UPDATE_BATCH, {batch={keys=0x2, values=0x3" + end);
    EXPECT_EQ(asked(BPF_MAP_DELETE_BATCH, attributes, 56), "bpf(BPF_MAP_DELETE_BATCH, {batch={keys=0x2" + end);
}

TEST(BpfLinks, HaveAnOldProgramWhereTheyReplaceIt) {
    bpf_attr attributes = all_of(0);
    attributes.link_update.link_fd = 3;
    attributes.link_update.new_prog_fd = 4;
    attributes.link_update.old_prog_fd = 5;
    EXPECT_EQ(asked(BPF_LINK_UPDATE, attributes, 16), "bpf(BPF_LINK_UPDATE, {link_update={link_fd=3, new_prog_fd=4, flags=0}}, 16) = 3");
    attributes.link_update.flags = BPF_F_REPLACE;
    EXPECT_EQ(asked(BPF_LINK_UPDATE, attributes, 16),
              "bpf(BPF_LINK_UPDATE, {link_update={link_fd=3, new_prog_fd=4, flags=BPF_F_REPLACE, old_prog_fd=5}}, 16) = 3");
    attributes = all_of(0);
    attributes.link_create.prog_fd = 3;
    attributes.link_create.attach_type = BPF_SK_SKB_STREAM_PARSER;
    attributes.link_create.flags = 8;
    EXPECT_EQ(asked(BPF_LINK_CREATE, attributes, 16),
              "bpf(BPF_LINK_CREATE, {link_create={prog_fd=3, target_fd=0, attach_type=BPF_SK_SKB_STREAM_PARSER, flags=0x8}}, 16) = 3");
}

TEST(BpfQueries, OfFilesShowTextAsFarAsThereIsRoom) {
    bpf_attr attributes = all_of(0);
    attributes.task_fd_query.pid = 7;
    attributes.task_fd_query.fd = 4;
    attributes.task_fd_query.buf = 1;
    attributes.task_fd_query.fd_type = 9;
    EXPECT_EQ(asked(BPF_TASK_FD_QUERY, attributes, 48),
              R"(bpf(BPF_TASK_FD_QUERY, {task_fd_query={pid=7, fd=4, flags=0, buf_len=0, buf="", prog_id=0, fd_type=0x9 /* )"
              R"(BPF_FD_TYPE_??? */, probe_offset=0, probe_addr=0}}, 48) = 3)");
    attributes = all_of(0);
    attributes.btf = other_place;
    attributes.btf_size = 4;
    EXPECT_EQ(asked(BPF_BTF_LOAD, attributes, 28),
              R"(bpf(BPF_BTF_LOAD, {btf="\5\0\0\0", btf_log_buf=NULL, btf_size=4, btf_log_size=0, btf_log_level=0}, 28) = 3)");
    EXPECT_EQ(asked(BPF_OBJ_GET_INFO_BY_FD, all_of(0), 16),
              "bpf(BPF_OBJ_GET_INFO_BY_FD, {info={bpf_fd=0, info_len=0, info=NULL}}, 16) = 3");
    EXPECT_EQ(asked(BPF_RAW_TRACEPOINT_OPEN, all_of(0), 12),
              "bpf(BPF_RAW_TRACEPOINT_OPEN, {raw_tracepoint={name=NULL, prog_fd=0}}, 12) = 3");
    EXPECT_EQ(asked(BPF_MAP_FREEZE, all_of(0), 4), "bpf(BPF_MAP_FREEZE, {map_fd=0}, 4) = 3");
}

TEST(BpfAttributes, ThatCannotBeReadWholeAreAnAddress) {
    EXPECT_EQ(asked(BPF_MAP_DELETE_ELEM, all_of(1), 4000), "bpf(BPF_MAP_DELETE_ELEM, 0x1000, 4000) = 3");
}

TEST(BpfNames, EndWhereTheAttributesDo) {
    bpf_attr attributes = all_of(0);
    std::memset(attributes.map_name, 'a', 8);
    const std::string begin =
        R"(bpf(BPF_MAP_CREATE, {map_type=BPF_MAP_TYPE_UNSPEC, key_size=0, value_size=0, max_entries=0, map_flags=0, inner_map_fd=0, )";
    EXPECT_EQ(asked(BPF_MAP_CREATE, attributes, 32), begin + R"(map_name="aaa"...}, 32) = 3)");
    EXPECT_EQ(asked(BPF_MAP_CREATE, attributes, 40), begin + R"(map_name="aaaaaaaa"}, 40) = 3)");
}

TEST(BpfMaps, MayBeOnNoNodeOfMemory) {
    bpf_attr attributes = all_of(0);
    attributes.map_flags = BPF_F_NUMA_NODE;
    attributes.numa_node = ~std::uint32_t{0};
    const std::string line = asked(BPF_MAP_CREATE, attributes, 28);
    EXPECT_NE(line.find("inner_map_fd=0, numa_node=4294967295 /* NUMA_NO_NODE */}, 28)"), std::string::npos) << line;
    attributes.numa_node = 1;
    EXPECT_NE(asked(BPF_MAP_CREATE, attributes, 28).find("numa_node=1}, 28)"), std::string::npos);
}

}  // namespace
}  // namespace troupe::tests
