/* Requests of network devices: their names, addresses, flags, routes and queues. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <linux/sockios.h>
#include <net/if_arp.h>
#include <net/route.h>
#include <netinet/in.h>

#include "ioctls.h"

static void tell_devices(void) {
    struct ifreq request = {.ifr_name = "none0"};
    request.ifr_flags = IFF_UP | IFF_RUNNING;
    TELL_OBJECT(SIOCGIFFLAGS, request, "{ifr_name=\"none0\"}", "{ifr_name=\"none0\", ifr_flags=<0x41:IFF_UP|IFF_RUNNING>}");
    TELL_TAKEN(SIOCSIFFLAGS, request, "{ifr_name=\"none0\", ifr_flags=<0x41:IFF_UP|IFF_RUNNING>}");
    request.ifr_ifindex = 7;
    TELL_OBJECT(SIOCGIFINDEX, request, "{ifr_name=\"none0\"}", "{ifr_name=\"none0\", ifr_ifindex=7}");
    TELL_OBJECT(SIOCGIFNAME, request, "{ifr_ifindex=7}", "{ifr_ifindex=7, ifr_name=\"none0\"}");
    TELL_OBJECT(SIOCGIFMTU, request, "{ifr_name=\"none0\"}", "{ifr_name=\"none0\", ifr_mtu=7}");
    TELL_TAKEN(SIOCSIFMTU, request, "{ifr_name=\"none0\", ifr_mtu=7}");
    TELL_OBJECT(SIOCGIFMETRIC, request, "{ifr_name=\"none0\"}", "{ifr_name=\"none0\", ifr_metric=7}");
    TELL_TAKEN(SIOCSIFMETRIC, request, "{ifr_name=\"none0\", ifr_metric=7}");
    TELL_OBJECT(SIOCGIFTXQLEN, request, "{ifr_name=\"none0\"}", "{ifr_name=\"none0\", ifr_qlen=7}");
    TELL_TAKEN(SIOCSIFTXQLEN, request, "{ifr_name=\"none0\", ifr_qlen=7}");
    TELL_OBJECT(SIOCGIFSLAVE, request, "{ifr_name=\"none0\"}", "{ifr_name=\"none0\", ifr_slave=\"\\7\"}");
    strcpy(request.ifr_newname, "other");
    TELL_TAKEN(SIOCSIFNAME, request, "{ifr_name=\"none0\", ifr_newname=\"other\"}");
    memset(&request.ifr_ifru, 0, sizeof(request.ifr_ifru));
    request.ifr_map = (struct ifmap){1, 2, 3, 4, 5, 6};
    TELL_OBJECT(SIOCGIFMAP, request, "{ifr_name=\"none0\"}",
                "{ifr_name=\"none0\", ifr_map={mem_start=0x1, mem_end=0x2, base_addr=0x3, irq=0x4, dma=0x5, port=0x6}}");
    TELL_TAKEN(SIOCSIFMAP, request,
               "{ifr_name=\"none0\", ifr_map={mem_start=0x1, mem_end=0x2, base_addr=0x3, irq=0x4, dma=0x5, port=0x6}}");
}

static void tell_addresses(void) {
    struct ifreq request = {.ifr_name = "none0"};
    const struct sockaddr_in in = {.sin_family = AF_INET, .sin_addr = {htonl(0x7f000001)}};
    memcpy(&request.ifr_addr, &in, sizeof(in));
    TELL_OBJECT(SIOCGIFADDR, request, "{ifr_name=\"none0\"}",
                "{ifr_name=\"none0\", ifr_addr={sa_family=<0x2:AF_INET>, sin_port=<\"\\x00\\x00\":htons(0)>, "
                "sin_addr=<\"\\x7f\\x00\\x00\\x01\":inet_addr(\"127.0.0.1\")>}}");
    TELL_TAKEN(SIOCSIFADDR, request,
               "{ifr_name=\"none0\", ifr_addr={sa_family=<0x2:AF_INET>, sin_port=<\"\\x00\\x00\":htons(0)>, "
               "sin_addr=<\"\\x7f\\x00\\x00\\x01\":inet_addr(\"127.0.0.1\")>}}");
    TELL_OBJECT(SIOCGIFNETMASK, request, "{ifr_name=\"none0\"}",
                "{ifr_name=\"none0\", ifr_netmask={sa_family=<0x2:AF_INET>, sin_port=<\"\\x00\\x00\":htons(0)>, "
                "sin_addr=<\"\\x7f\\x00\\x00\\x01\":inet_addr(\"127.0.0.1\")>}}");
    TELL_TAKEN(SIOCSIFNETMASK, request,
               "{ifr_name=\"none0\", ifr_netmask={sa_family=<0x2:AF_INET>, sin_port=<\"\\x00\\x00\":htons(0)>, "
               "sin_addr=<\"\\x7f\\x00\\x00\\x01\":inet_addr(\"127.0.0.1\")>}}");
    TELL_OBJECT(SIOCGIFBRDADDR, request, "{ifr_name=\"none0\"}",
                "{ifr_name=\"none0\", ifr_broadaddr={sa_family=<0x2:AF_INET>, sin_port=<\"\\x00\\x00\":htons(0)>, "
                "sin_addr=<\"\\x7f\\x00\\x00\\x01\":inet_addr(\"127.0.0.1\")>}}");
    TELL_OBJECT(SIOCGIFDSTADDR, request, "{ifr_name=\"none0\"}",
                "{ifr_name=\"none0\", ifr_dstaddr={sa_family=<0x2:AF_INET>, sin_port=<\"\\x00\\x00\":htons(0)>, "
                "sin_addr=<\"\\x7f\\x00\\x00\\x01\":inet_addr(\"127.0.0.1\")>}}");
    const struct sockaddr hardware = {ARPHRD_ETHER, {1, 2, 3, 4, 5, 6}};
    memcpy(&request.ifr_hwaddr, &hardware, sizeof(hardware));
    TELL_OBJECT(SIOCGIFHWADDR, request, "{ifr_name=\"none0\"}",
                "{ifr_name=\"none0\", ifr_hwaddr={sa_family=<0x1:ARPHRD_ETHER>, "
                "sa_data=<\"\\x01\\x02\\x03\\x04\\x05\\x06\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\":01:02:03:04:05:06>}}");
    const char* request_shown =
        "{ifr_name=\"none0\", ifr_hwaddr={sa_family=<0x1:ARPHRD_ETHER>, "
        "sa_data=<\"\\x01\\x02\\x03\\x04\\x05\\x06\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\":01:02:03:04:05:06>}}";
    TELL_TAKEN(SIOCSIFHWADDR, request, request_shown);
    TELL_TAKEN(SIOCADDMULTI, request, request_shown);
    TELL_POINTER(SIOCGARP);
    TELL_POINTER(SIOCSARP);
    TELL_POINTER(SIOCDARP);
}

static void tell_lists(void) {
    const int number = 7;
    TELL_FILLED_AND_TAKEN(SIOCGPGRP, SIOCSPGRP, number, "[7]");
    TELL_FILLED_AND_TAKEN(FIOGETOWN, FIOSETOWN, number, "[7]");
    TELL_FILLED(SIOCATMARK, number, "[7]");
    TELL_NUMBER(SIOCGSTAMP_OLD, 0, "NULL");
    TELL_FILLED_AS(SIOCINQ, "FIONREAD", number, "[7]");
    TELL_NUMBER(SIOCADDRT, 0, "NULL");
    TELL_NUMBER(SIOCDELRT, 0, "NULL");
    TELL_NUMBER(SIOCETHTOOL, 0, "NULL");
    TELL_NUMBER(SIOCGIFBR, 0, "NULL");
    TELL_NUMBER(SIOCBRADDBR, 0, "NULL");
    TELL_NUMBER(SIOCGIFVLAN, 0, "NULL");
    TELL_NUMBER(SIOCGMIIPHY, 0, "NULL");
    TELL_NUMBER(SIOCSHWTSTAMP, 0, "NULL");
    TELL_NUMBER(SIOCDEVPRIVATE, 0, "0");
    TELL_NUMBER(SIOCOUTQNSD, 0, "NULL");
    TELL_NUMBER(SIOCGSKNS, 0, "NULL");
    TELL_NUMBER(TUNSETIFF, 0, "0");
    TELL_NUMBER(TUNGETIFF, 0, "0");
    TELL_NUMBER(TUNSETPERSIST, 1, "0x1");
    TELL_NUMBER(TUNGETFEATURES, 0, "0");
}

static void tell_configuration(void) {
    struct ifreq devices[2] = {{.ifr_name = "none0"}, {.ifr_name = "none1"}};
    const struct sockaddr_in in = {.sin_family = AF_INET, .sin_addr = {htonl(0x7f000001)}};
    memcpy(&devices[0].ifr_addr, &in, sizeof(in));
    memcpy(&devices[1].ifr_addr, &in, sizeof(in));
    struct ifconf list = {sizeof(devices), {PUT(3, devices)}};
    const char* length = text("ifc_len=%zu /* 2 * sizeof(struct ifreq) */", sizeof(devices));
    const char* address = text("sa_family=<0x2:AF_INET>, sin_port=%s, sin_addr=%s", network_order("htons(0)", "\\x00\\x00"),
                               network_order("inet_addr(\"127.0.0.1\")", "\\x7f\\x00\\x00\\x01"));
    tell_argument(
        SIOCGIFCONF, "SIOCGIFCONF", PUT(1, list), text("{%s, ifc_buf=%s}", length, pointer(list.ifc_buf)),
        text("{%s, ifc_buf=[{ifr_name=\"none0\", ifr_addr={%s}}, {ifr_name=\"none1\", ifr_addr={%s}}]}", length, address, address));
    list.ifc_buf = NULL;
    const char* none = text("{%s, ifc_buf=NULL}", length);
    TELL_OBJECT(SIOCGIFCONF, list, none, none);
}

static void tell_calls(void) {
    tell_devices();
    tell_addresses();
    tell_lists();
    tell_configuration();
}

int main(int argc, char** argv) { return tell_main(argc, argv, OPTIONS_OF_IOCTLS); }
