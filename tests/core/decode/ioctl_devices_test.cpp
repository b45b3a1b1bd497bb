#include <asm/ioctls.h>
#include <asm/termbits.h>
#include <gtest/gtest.h>
#include <linux/kd.h>
#include <linux/loop.h>
#include <linux/ptp_clock.h>
#include <linux/sockios.h>
#include <linux/videodev2.h>
#include <mtd/ubi-user.h>
#include <scsi/sg.h>

#include <array>
#include <cstring>
#include <string>

#include "tests/core/decode/places.hpp"
#include "tests/support/decoded_call.hpp"

/// What requests of ioctl to devices take that has a decoder of its own.
namespace troupe::tests {
namespace {

constexpr std::uint64_t data = 0x2000;

template <typename T>
std::string request_with(std::uint64_t code, const T& object) {
    DecodedCall call("ioctl");
    call.memory.put_object(place, object);
    return call.args({3, code, place}).returns(0);
}

std::string number(std::uint64_t code, std::uint64_t argument) { return DecodedCall("ioctl").args({3, code, argument}).fails(25); }

TEST(ConsoleTones, AreShownInHertz) {
    EXPECT_EQ(number(KIOCSOUND, 1193), "ioctl(3, KIOCSOUND, 1193 /* 1000 Hz */)" + no_device);
    EXPECT_EQ(number(KIOCSOUND, 0), "ioctl(3, KIOCSOUND, 0 /* off */)" + no_device);
    EXPECT_EQ(number(KDMKTONE, 100u << 16 | 1193), "ioctl(3, KDMKTONE, 100<<16|1193 /* 1000 Hz, 100 ms */)" + no_device);
    EXPECT_EQ(number(KDMKTONE, 7), "ioctl(3, KDMKTONE, 7 /* off */)" + no_device);
}

TEST(ConsoleKeys, HaveTheNamesOfWhatTheyDo) {
    EXPECT_EQ(request_with(KDSKBENT, kbentry{1, 2, 0x403}),
              "ioctl(3, KDSKBENT, {kb_table=K_SHIFTTAB, kb_index=2, kb_value=0x403 /* K_DTILDE */}) = 0");
    EXPECT_EQ(request_with(KDSKBENT, kbentry{5, 2, 0x0b61}),
              "ioctl(3, KDSKBENT, {kb_table=1<<KG_SHIFT|1<<KG_CTRL, kb_index=2, kb_value=0xb61 /* K(KT_LETTER, 'a') */}) = 0");
    EXPECT_EQ(request_with(KDSKBENT, kbentry{0, 2, 0xff00}),
              "ioctl(3, KDSKBENT, {kb_table=K_NORMTAB, kb_index=2, kb_value=0xff00 /* K(0xff, 0) */}) = 0");
    DecodedCall call("ioctl");
    call.memory.put_object(place, kbentry{0, 2, 0x200});
    call.args({3, KDGKBENT, place});
    EXPECT_EQ(call.fails(25), "ioctl(3, KDGKBENT, {kb_table=K_NORMTAB, kb_index=2})" + no_device);
}

TEST(ConsoleKeys, HaveStringsAsFarAsTheyCanBeRead) {
    DecodedCall call("ioctl");
    call.memory.put(place, std::string("\x01gh\0", 4));
    EXPECT_EQ(call.args({3, KDSKBSENT, place}).returns(0), R"(ioctl(3, KDSKBSENT, {kb_func=KVAL(K_F2), kb_string="gh"}) = 0)");
    DecodedCall asked("ioctl");
    asked.memory.put(place, std::string("\x01gh\0", 4));
    EXPECT_EQ(asked.args({3, KDGKBSENT, place}).fails(25), "ioctl(3, KDGKBSENT, {kb_func=KVAL(K_F2)})" + no_device);
}

TEST(ConsoleAccents, AreAsManyAsTheirCountSays) {
    DecodedCall call("ioctl");
    call.memory.put_object(place, 2u);
    call.memory.put(place + 4, "'ae\tbc");
    EXPECT_EQ(call.args({3, KDSKBDIACR, place}).returns(0),
              R"(ioctl(3, KDSKBDIACR, {kb_cnt=2, kbdiacr=[{diacr='\'', base='a', result='e'}, {diacr='\t', base='b', result='c'}]}) = 0)");
}

TEST(ConsoleMaps, ShowTheirCountBeforeAndAfterWhateverBecameOfTheCall) {
    DecodedCall call("ioctl");
    unimapdesc map{.entry_ct = 1, .entries = reinterpret_cast<unipair*>(data)};
    call.memory.put_object(place, map);
    call.memory.put_object(data, unipair{0x41, 2});
    EXPECT_EQ(call.args({3, GIO_UNIMAP, place}).returns(0),
              "ioctl(3, GIO_UNIMAP, {entry_ct=1 => 1, entries=[{unicode=0x41, fontpos=0x2}]}) = 0");
    EXPECT_EQ(call.fails(25), "ioctl(3, GIO_UNIMAP, {entry_ct=1 => 1, entries=0x2000})" + no_device);
}

TEST(ConsoleFonts, ShowWhatTheirOperationLooksAt) {
    DecodedCall call("ioctl");
    console_font_op font{.op = KD_FONT_OP_COPY, .flags = 1, .width = 8, .height = 2, .charcount = 1, .data = nullptr};
    call.memory.put_object(place, font);
    EXPECT_EQ(call.args({3, KDFONTOP, place}).returns(0), "ioctl(3, KDFONTOP, {op=KD_FONT_OP_COPY, height=2}) = 0");
    font.op = KD_FONT_OP_SET_DEFAULT;
    font.data = reinterpret_cast<unsigned char*>(data);
    DecodedCall named("ioctl");
    named.memory.put_object(place, font);
    named.memory.put(data, std::string("name\0", 5));
    EXPECT_EQ(named.args({3, KDFONTOP, place}).returns(0),
              R"(ioctl(3, KDFONTOP, {op=KD_FONT_OP_SET_DEFAULT, width=8, height=2, data="name"} => {width=8, height=2}) = 0)");
    EXPECT_EQ(DecodedCall("ioctl").args({3, KDFONTOP, 0x9000}).returns(0), "ioctl(3, KDFONTOP, 0x9000) = 0");
}

TEST(Terminals, ShowTheSpeedOfWhatTheyReceiveWhereItIsAnother) {
    termios terminal{};
    terminal.c_cflag = B9600 | static_cast<tcflag_t>(B50) << IBSHIFT | CS8;
    EXPECT_EQ(request_with(TCSETS, terminal),
              "ioctl(3, SNDCTL_TMR_START or TCSETS, {c_iflag=, c_oflag=NL0|CR0|TAB0|BS0|VT0|FF0|, c_cflag=B9600|B50<<IBSHIFT|CS8|, "
              "c_lflag=, ...}) = 0");
}

TEST(LoopDevices, ShowNothingOfACipherThatIsNone) {
    loop_info64 loop{};
    loop.lo_encrypt_key_size = 3;
    EXPECT_EQ(request_with(LOOP_SET_STATUS64, loop),
              R"(ioctl(3, LOOP_SET_STATUS64, {lo_offset=0, lo_number=0, lo_flags=0, lo_file_name="", ...}) = 0)");
    loop.lo_encrypt_type = LO_CRYPT_XOR;
    EXPECT_EQ(request_with(LOOP_SET_STATUS64, loop),
              R"(ioctl(3, LOOP_SET_STATUS64, {lo_offset=0, lo_number=0, lo_encrypt_type=LO_CRYPT_XOR, lo_encrypt_key_size=3, )"
              R"(lo_flags=0, lo_file_name="", lo_crypt_name="", lo_encrypt_key="\0\0\0", ...}) = 0)");
}

TEST(FlashVolumes, HaveNamesAsLongAsTheySay) {
    ubi_mkvol_req volume{};
    volume.vol_id = 2;
    volume.alignment = 1;
    volume.vol_type = UBI_STATIC_VOLUME;
    volume.name_len = 2;
    std::memcpy(volume.name, "name", 4);
    EXPECT_EQ(request_with(UBI_IOCMKVOL, volume),
              R"(ioctl(3, UBI_IOCMKVOL, {vol_id=2, alignment=1, bytes=0, vol_type=UBI_STATIC_VOLUME, flags=0, name_len=2, )"
              R"(name="na"...} => [2]) = 0)");
    EXPECT_EQ(request_with(UBI_IOCRNVOL, ubi_rnvol_req{.count = -1, .padding1 = {}, .ents = {}}),
              "ioctl(3, UBI_IOCRNVOL, {count=-1, ents=[]}) = 0");
}

TEST(ClockOutputs, HaveAPhaseInThePlaceOfAStartWhereTheySaySo) {
    ptp_perout_request output{};
    output.phase = {4, 5, 0};
    output.period = {1, 0, 0};
    output.flags = PTP_PEROUT_PHASE;
    EXPECT_EQ(request_with(PTP_PEROUT_REQUEST, output),
              "ioctl(3, PTP_PEROUT_REQUEST, {phase={sec=4, nsec=5}, period={sec=1, nsec=0}, index=0, flags=PTP_PEROUT_PHASE}) = 0");
    output.rsv[3] = 7;
    EXPECT_EQ(request_with(PTP_PEROUT_REQUEST2, output),
              "ioctl(3, PTP_PEROUT_REQUEST2, {phase={sec=4, nsec=5}, period={sec=1, nsec=0}, index=0, flags=PTP_PEROUT_PHASE, "
              "rsv=[0, 0, 0, 0x7]}) = 0");
}

TEST(DriveCommands, ShowTheRegistersOfTheDriveAfterItsErrorsToo) {
    DecodedCall call("ioctl");
    call.memory.put(place, std::string("\xec\x01\x02\x00", 4));
    call.args({3, 0x31f, place});
    EXPECT_EQ(call.returns(0),
              "ioctl(3, HDIO_DRIVE_CMD, {command=ATA_CMD_ID_ATA, sector_number=1, feature=2, sector_count=0} => {status=0xec, error=1, "
              "nsector=2}) = 0");
    EXPECT_EQ(call.fails(5),
              "ioctl(3, HDIO_DRIVE_CMD, {command=ATA_CMD_ID_ATA, sector_number=1, feature=2, sector_count=0} => {status=0xec, error=1, "
              "nsector=2}) = -1 EIO (Input/output error)");
    EXPECT_EQ(call.fails(25), "ioctl(3, HDIO_DRIVE_CMD, {command=ATA_CMD_ID_ATA, sector_number=1, feature=2, sector_count=0})" + no_device);
}

TEST(ScsiRequests, ShowAsMuchAsCame) {
    DecodedCall call("ioctl");
    sg_io_hdr header{};
    header.interface_id = 'S';
    header.dxfer_direction = SG_DXFER_FROM_DEV;
    header.cmd_len = 2;
    header.cmdp = reinterpret_cast<unsigned char*>(data);
    header.dxfer_len = 4;
    header.dxferp = reinterpret_cast<void*>(data);
    header.resid = 1;
    call.memory.put_object(place, header);
    call.memory.put(data, "abcd");
    EXPECT_EQ(call.args({3, SG_IO, place}).returns(0),
              R"(ioctl(3, SG_IO, {interface_id='S', dxfer_direction=SG_DXFER_FROM_DEV, cmd_len=2, cmdp="\x61\x62", mx_sb_len=0, )"
              R"(iovec_count=0, dxfer_len=4, timeout=0, flags=0, dxferp="\x61\x62\x63", status=0, masked_status=0, msg_status=0, )"
              R"(sb_len_wr=0, sbp=NULL, host_status=0, driver_status=0, resid=1, duration=0, info=0}) = 0)");
    EXPECT_EQ(request_with(SG_IO, 7u), "ioctl(3, SG_IO, [7]) = 0");
}

TEST(ScsiResets, ShowTheirFlagBesideWhatIsReset) {
    EXPECT_EQ(request_with(SG_SCSI_RESET, 0x102u), "ioctl(3, SG_SCSI_RESET, [SG_SCSI_RESET_NO_ESCALATE|SG_SCSI_RESET_BUS]) = 0");
}

TEST(InterfaceLists, ShowTheLengthBeforeAndAfter) {
    DecodedCall call("ioctl");
    const auto list = [&call](std::int32_t length) {
        call.memory.put_object(place, std::array<std::uint64_t, 2>{static_cast<std::uint32_t>(length), data});
    };
    call.memory.put(data, std::string("lo") + std::string(38, '\0'));
    list(80);
    call.args({3, SIOCGIFCONF, place});
    EXPECT_EQ(call.entry(), "ioctl(3, SIOCGIFCONF");
    list(40);
    EXPECT_EQ(call.returns(0),
              R"(ioctl(3, SIOCGIFCONF, {ifc_len=80 /* 2 * sizeof(struct ifreq) */ => 40 /* 1 * sizeof(struct ifreq) */, )"
              R"(ifc_buf=[{ifr_name="lo", ifr_addr={sa_family=AF_UNSPEC, sa_data="\0\0\0\0\0\0\0\0\0\0\0\0\0\0"}}]}) = 0)");
    list(80);
    DecodedCall failed("ioctl");
    failed.memory.put_object(place, std::array<std::uint64_t, 2>{80, data});
    EXPECT_EQ(failed.args({3, SIOCGIFCONF, place}).fails(25),
              "ioctl(3, SIOCGIFCONF, {ifc_len=80 /* 2 * sizeof(struct ifreq) */, ifc_buf=0x2000})" + no_device);
}

TEST(TouchSlots, AreAsManyAsTheRequestHasRoomFor) {
    EXPECT_EQ(request_with(0x8010450a, std::array<std::int32_t, 4>{0x39, 7, -1, 9}),
              "ioctl(3, EVIOCGMTSLOTS(16), {code=ABS_MT_TRACKING_ID, values=[7, -1, 9]}) = 0");
}

TEST(VideoControls, AreNumbersOrStrings) {
    DecodedCall call("ioctl");
    v4l2_ext_controls controls{};
    controls.ctrl_class = V4L2_CTRL_CLASS_USER;
    controls.count = 2;
    controls.error_idx = 1;
    controls.controls = reinterpret_cast<v4l2_ext_control*>(data);
    std::array<v4l2_ext_control, 2> list{};
    list[0].id = V4L2_CID_BRIGHTNESS;
    list[0].value = 5;
    list[1].id = V4L2_CID_CONTRAST;
    list[1].size = 2;
    list[1].string = reinterpret_cast<char*>(data + 0x800);
    call.memory.put_object(place, controls);
    call.memory.put_object(data, list);
    call.memory.put(data + 0x800, "ab");
    const std::string shown =
        R"(controls=[{id=V4L2_CID_BRIGHTNESS, size=0, value=5, value64=5}, {id=V4L2_CID_CONTRAST, size=2, string="ab"}])";
    call.args({3, VIDIOC_S_EXT_CTRLS, place});
    EXPECT_EQ(call.returns(0),
              "ioctl(3, VIDIOC_S_EXT_CTRLS, {ctrl_class=V4L2_CTRL_CLASS_USER, count=2, " + shown + "} => {" + shown + "}) = 0");
    EXPECT_EQ(call.fails(25), "ioctl(3, VIDIOC_S_EXT_CTRLS, {ctrl_class=V4L2_CTRL_CLASS_USER, count=2, " + shown + "} => {" + shown +
                                  ", error_idx=1})" + no_device);
}

TEST(VideoInputs, AreAsLongAsTheKernelsStructure) {
    v4l2_input input{};
    input.type = V4L2_INPUT_TYPE_CAMERA;
    EXPECT_EQ(request_with(VIDIOC_ENUMINPUT, input), R"(ioctl(3, VIDIOC_ENUMINPUT, {index=0, name="", type=V4L2_INPUT_TYPE_CAMERA}) = 0)");
}

TEST(VideoBuffers, ThatWereMadeAreShownBehindTheResult) {
    v4l2_create_buffers made{};
    made.index = 3;
    made.count = 2;
    made.memory = V4L2_MEMORY_MMAP;
    EXPECT_EQ(request_with(VIDIOC_CREATE_BUFS, made),
              "ioctl(3, VIDIOC_CREATE_BUFS, {count=2, memory=V4L2_MEMORY_MMAP, format={type=0 /* V4L2_BUF_TYPE_??? */}}) = 0 "
              "({index=3, count=2})");
}

}  // namespace
}  // namespace troupe::tests
