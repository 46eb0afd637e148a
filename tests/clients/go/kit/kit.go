// Package kit holds the checks that every Go client runs, written once; ../../python/scenario.py is the same
// list with its reasons. A client hands in an adapter (the Client interface) and Run prints one line a check:
// `ok NAME`, `FAIL NAME why`, or `skip NAME why`.
package kit

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Header is one record header; a nil Value is a null one.
type Header struct {
	Key   string
	Value []byte
}

// Rec is one record; nil Key and Value are nulls, Millis 0 leaves the time to the client.
type Rec struct {
	Partition int32
	Key       []byte
	Value     []byte
	Headers   []Header
	Millis    int64
	Offset    int64
}

// How says how to produce.
type How struct {
	Codec      string
	Acks       int // 0, 1, -1
	Idempotent bool
}

// Node is a broker as the client sees it.
type Node struct {
	ID   int32
	Host string
	Port int32
}

// ErrUnsupported marks what a client has no call for; it must wrap the reason.
var ErrUnsupported = errors.New("not offered by this client")

// Beginning and End are starts for Consume.
const (
	Beginning = -2
	End       = -1
)

// Client is what an adapter must answer; all calls block, and errors are the client's own.
type Client interface {
	Name() string
	Codecs() []string
	Idempotent() bool
	Lossy() bool    // the client reads empty bytes as null and ignores the batch's append time
	Code(error) int // Kafka's error number, or -2
	CreateTopic(name string, partitions int32, configs map[string]string) error
	ListTopics() ([]string, error)
	DescribeTopic(name string) (map[int32][2][]int32, error) // replicas (leader first) and in-sync replicas
	DescribeCluster() (controller int32, nodes []Node, err error)
	DescribeConfigs(topic string) (map[string]string, error)
	AlterConfigs(topic string, configs map[string]string) error
	CreatePartitions(topic string, total int32) error
	DeleteRecords(topic string, partition int32, before int64) error
	DeleteTopic(name string) error
	Produce(topic string, records []Rec, how How) ([]int64, error)
	Consume(topic string, partition int32, start int64, count int) ([]Rec, error)
	ConsumeOutOfRange(topic string, partition int32, start int64) (Rec, error) // resets to the earliest
	WaitForOne(topic string, partition int32, ready func()) (Rec, time.Time, error)
	OffsetForTime(topic string, partition int32, millis int64) (int64, error) // -1: none
	StartOffset(topic string, partition int32) (int64, error)
	EndOffset(topic string, partition int32) (int64, error)
}

// Bootstrap is the broker's address.
func Bootstrap() string {
	if b := os.Getenv("BOOTSTRAP"); b != "" {
		return b
	}
	return "127.0.0.1:9092"
}

var codes = map[string]int{
	"OFFSET_OUT_OF_RANGE": 1, "UNKNOWN_TOPIC_OR_PARTITION": 3, "MESSAGE_TOO_LARGE": 10,
	"INVALID_TOPIC_EXCEPTION": 17, "TOPIC_ALREADY_EXISTS": 36, "INVALID_PARTITIONS": 37, "INVALID_CONFIG": 40,
}

type failure string

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func get[T any](v T, err error) T {
	must(err)
	return v
}

func fail(format string, args ...any) { panic(failure(fmt.Sprintf(format, args...))) }

func equal[T comparable](got, want T, what string) {
	if got != want {
		fail("%s: got %v, want %v", what, got, want)
	}
}

func eventually(what string, probe func() bool) {
	for end := time.Now().Add(10 * time.Second); !probe(); time.Sleep(100 * time.Millisecond) {
		if time.Now().After(end) {
			fail("%s: not within 10 s", what)
		}
	}
}

func sameBytes(got, want []byte, what string) {
	if ((got == nil) != (want == nil) && !lossy) || !bytes.Equal(got, want) {
		fail("%s: got %.60q (null: %v), want %.60q (null: %v)", what, got, got == nil, want, want == nil)
	}
}

var lossy bool

func same(got, want []Rec, first int64, what string) {
	equal(len(got), len(want), what+": records")
	for i, w := range want {
		g, at := got[i], fmt.Sprintf("%s: record %d", what, i)
		equal(g.Offset, first+int64(i), at+" offset")
		sameBytes(g.Key, w.Key, at+" key")
		sameBytes(g.Value, w.Value, at+" value")
		equal(len(g.Headers), len(w.Headers), at+" headers")
		for j, h := range w.Headers {
			equal(g.Headers[j].Key, h.Key, at+" header key")
			sameBytes(g.Headers[j].Value, h.Value, at+" header "+h.Key)
		}
		if w.Millis != 0 {
			equal(g.Millis, w.Millis, at+" timestamp")
		}
	}
}

func hourAgo() int64 { return time.Now().UnixMilli() - 3_600_000 }

func sample(salt string) []Rec {
	every := make([]byte, 256)
	for i := range every {
		every[i] = byte(i)
	}
	records := []Rec{
		{Key: nil, Value: []byte("plain")},
		{Key: []byte{}, Value: []byte{}},
		{Key: []byte("deleted"), Value: nil},
		{Key: []byte("klíč 🔑"), Value: []byte("žluťoučký kůň 🦀 日本語")},
		{Key: []byte("h"), Value: []byte("headers"), Headers: []Header{
			{"a", []byte("1")}, {"a", []byte("2")}, {"empty", []byte{}}, {"null", nil}, {"ž", []byte("ů")}}},
		{Key: every, Value: every},
	}
	line := strings.Repeat(salt+" a line that compresses well, over and over. ", 4)
	for i := range 194 {
		records = append(records, Rec{Key: []byte("k" + strconv.Itoa(i)), Value: []byte(line + strconv.Itoa(i))})
	}
	base := hourAgo()
	for i := range records {
		records[i].Millis = base + int64(i)
	}
	return records
}

func numbered(n int) []Rec {
	records := make([]Rec, n)
	for i := range records {
		records[i] = Rec{Value: []byte(strconv.Itoa(i))}
	}
	return records
}

var failed bool

func check(name string, body func()) {
	defer func() {
		switch e := recover().(type) {
		case nil:
			fmt.Println("ok", name)
		case error:
			if errors.Is(e, ErrUnsupported) {
				fmt.Println("skip", name, e)
				return
			}
			failed = true
			fmt.Printf("FAIL %s %s\n", name, strings.Join(strings.Fields(fmt.Sprintf("%T: %v", e, e)), " "))
		default:
			failed = true
			fmt.Printf("FAIL %s %s\n", name, strings.Join(strings.Fields(fmt.Sprint(e)), " "))
		}
	}()
	body()
}

// Run puts the broker through all checks and ends the program.
func Run(c Client) {
	limit := 150 * time.Second
	if s, err := strconv.ParseFloat(os.Getenv("TIME_LIMIT_S"), 64); err == nil {
		limit = time.Duration(s * float64(time.Second))
	}
	time.AfterFunc(limit, func() {
		fmt.Printf("FAIL time-limit not finished after %v\n", limit)
		os.Exit(1)
	})
	lossy = c.Lossy()
	id := fmt.Sprintf("%s-%d-%08x", c.Name(), os.Getpid(), rand.Uint32())
	topic := id + "-main"
	plain := How{Codec: "none", Acks: -1}
	refused := func(want string, call func() error) func() {
		return func() {
			err := call()
			if errors.Is(err, ErrUnsupported) {
				panic(err)
			}
			if err == nil {
				fail("no error, want %s", want)
			}
			if got := c.Code(err); got != codes[want] {
				fail("error %d (%T: %v), want %s (%d)", got, err, err, want, codes[want])
			}
		}
	}
	// with makes a topic of one partition for one check and deletes it after.
	with := func(suffix string, configs map[string]string, body func(topic string)) func() {
		return func() {
			name := id + "-" + suffix
			must(c.CreateTopic(name, 1, configs))
			body(name)
			must(c.DeleteTopic(name))
		}
	}

	check("create-topic", func() {
		must(c.CreateTopic(topic, 3, map[string]string{"retention.ms": "86400000", "max.message.bytes": "2000000"}))
		eventually("topic is listed", func() bool { return slices.Contains(get(c.ListTopics()), topic) })
	})
	check("create-existing-topic-is-refused", refused("TOPIC_ALREADY_EXISTS", func() error { return c.CreateTopic(topic, 1, nil) }))
	check("invalid-topic-name-is-refused", refused("INVALID_TOPIC_EXCEPTION", func() error { return c.CreateTopic(id+" no spaces", 1, nil) }))
	check("unknown-config-is-refused", refused("INVALID_CONFIG", func() error {
		return c.CreateTopic(id+"-cfg", 1, map[string]string{"no.such.key": "1"})
	}))
	check("zero-partitions-are-refused", refused("INVALID_PARTITIONS", func() error { return c.CreateTopic(id+"-zero", 0, nil) }))
	check("describe-topic", func() {
		partitions := get(c.DescribeTopic(topic))
		equal(len(partitions), 3, "partitions")
		for p, sets := range partitions {
			if len(sets[0]) != 1 || len(sets[1]) != 1 || sets[0][0] != sets[1][0] {
				fail("partition %d: replicas and in-sync replicas %v", p, sets)
			}
		}
	})
	check("describe-cluster", func() {
		controller, nodes, err := c.DescribeCluster()
		must(err)
		if !slices.ContainsFunc(nodes, func(n Node) bool { return n.ID == controller && n.Port > 0 && n.Host != "" }) {
			fail("controller %d is none of %v", controller, nodes)
		}
	})
	check("describe-configs", func() {
		configs := get(c.DescribeConfigs(topic))
		equal(configs["retention.ms"], "86400000", "retention.ms")
		equal(configs["cleanup.policy"], "delete", "cleanup.policy")
	})
	check("alter-configs", func() {
		must(c.AlterConfigs(topic, map[string]string{"retention.ms": "172800000", "max.message.bytes": "2000000"}))
		eventually("the new value is described", func() bool {
			return get(c.DescribeConfigs(topic))["retention.ms"] == "172800000"
		})
	})
	check("alter-to-a-wrong-value-is-refused", refused("INVALID_CONFIG", func() error {
		return c.AlterConfigs(topic, map[string]string{"retention.ms": "soon"})
	}))
	check("create-partitions", with("grow", nil, func(t string) {
		must(c.CreatePartitions(t, 4))
		eventually("four partitions", func() bool { return len(get(c.DescribeTopic(t))) == 4 })
		refused("INVALID_PARTITIONS", func() error { return c.CreatePartitions(t, 2) })()
	}))

	roundTrip := func(name string, how How) {
		check(name, with(name, nil, func(t string) {
			want := sample(how.Codec)
			offsets := get(c.Produce(t, want, how))
			if how.Acks != 0 {
				equal(len(offsets), len(want), "acknowledgements")
				for i, o := range offsets {
					equal(o, int64(i), "offset in the acknowledgement")
				}
			}
			eventually("all records are there", func() bool { return get(c.EndOffset(t, 0)) == int64(len(want)) })
			same(get(c.Consume(t, 0, Beginning, len(want))), want, 0, how.Codec)
			same(get(c.Consume(t, 0, 100, len(want)-100)), want[100:], 100, how.Codec+" from the middle")
		}))
	}
	for _, codec := range c.Codecs() {
		roundTrip("round-trip-"+codec, How{Codec: codec, Acks: -1})
	}
	roundTrip("round-trip-acks-1", How{Codec: "none", Acks: 1})
	roundTrip("round-trip-acks-0", How{Codec: "none", Acks: 0})
	for _, codec := range c.Codecs() {
		if c.Idempotent() {
			roundTrip("round-trip-idempotent-"+codec, How{Codec: codec, Acks: -1, Idempotent: true})
		} else {
			fmt.Printf("skip round-trip-idempotent-%s %v\n", codec, ErrUnsupported)
		}
	}
	check("explicit-partitions", func() {
		var want []Rec
		for i := range 20 {
			for _, p := range []int32{2, 0, 1} {
				want = append(want, Rec{Partition: p, Key: fmt.Appendf(nil, "p%d", p), Value: fmt.Appendf(nil, "%d-%d", p, i)})
			}
		}
		get(c.Produce(topic, want, plain))
		for p := range int32(3) {
			own := slices.DeleteFunc(slices.Clone(want), func(r Rec) bool { return r.Partition != p })
			same(get(c.Consume(topic, p, Beginning, 20)), own, 0, fmt.Sprintf("partition %d", p))
			equal(get(c.StartOffset(topic, p)), 0, "start offset")
			equal(get(c.EndOffset(topic, p)), 20, "end offset")
		}
	})
	check("large-messages", with("large", nil, func(t string) {
		rng := rand.New(rand.NewSource(7))
		var want []Rec
		for i := range 4 {
			big := make([]byte, 900*1024)
			rng.Read(big)
			want = append(want, Rec{Key: fmt.Appendf(nil, "big%d", i), Value: big})
		}
		get(c.Produce(t, want, plain))
		same(get(c.Consume(t, 0, Beginning, 4)), want, 0, "900 KiB")
	}))
	check("message-too-large-is-refused", with("small", map[string]string{"max.message.bytes": "1000"}, func(t string) {
		big := make([]byte, 5000)
		rand.Read(big)
		refused("MESSAGE_TOO_LARGE", func() error {
			_, err := c.Produce(t, []Rec{{Key: []byte("k"), Value: big}}, plain)
			return err
		})()
		get(c.Produce(t, []Rec{{Key: []byte("k"), Value: []byte("fits")}}, plain))
		equal(get(c.EndOffset(t, 0)), 1, "end offset after one refused and one taken")
	}))
	check("seek-by-timestamp", with("time", nil, func(t string) {
		base := hourAgo()
		want := numbered(100)
		for i := range want {
			want[i].Millis = base + int64(i)*1000
		}
		get(c.Produce(t, want[:50], plain))
		get(c.Produce(t, want[50:], How{Codec: c.Codecs()[len(c.Codecs())-1], Acks: -1}))
		for _, q := range [][2]int64{{0, 0}, {1, 1}, {49_000, 49}, {60_500, 61}, {-5, 0}, {99_001, -1}} {
			equal(get(c.OffsetForTime(t, 0, base+q[0])), q[1], fmt.Sprintf("first offset at base%+d ms", q[0]))
		}
		same(get(c.Consume(t, 0, 61, 1)), want[61:62], 61, "record found by time")
	}))
	check("log-append-time", with("append-time", map[string]string{"message.timestamp.type": "LogAppendTime"}, func(t string) {
		before := time.Now().UnixMilli()
		get(c.Produce(t, []Rec{{Key: []byte("k"), Value: []byte("v"), Millis: before - 7_200_000}}, plain))
		got, after := get(c.Consume(t, 0, Beginning, 1))[0].Millis, time.Now().UnixMilli()
		if c.Lossy() {
			panic(fmt.Errorf("%w: its reader ignores the batch's append time", ErrUnsupported))
		}
		if got < before-50 || got > after+50 {
			fail("timestamp %d, appended %d..%d", got, before, after)
		}
	}))
	check("long-poll", with("poll", nil, func(t string) {
		get(c.Produce(t, []Rec{{Value: []byte("before")}}, plain))
		sent := make(chan time.Time, 1)
		got, came, err := c.WaitForOne(t, 0, func() {
			go func() {
				time.Sleep(1500 * time.Millisecond)
				_, err := c.Produce(t, []Rec{{Key: []byte("k"), Value: []byte("awaited")}}, plain)
				if err == nil {
					sent <- time.Now()
				}
			}()
		})
		must(err)
		sameBytes(got.Value, []byte("awaited"), "value")
		if late := came.Sub(<-sent); late > 300*time.Millisecond {
			fail("the record came %v after its acknowledgement", late)
		}
	}))
	check("offset-out-of-range-resets", with("range", nil, func(t string) {
		get(c.Produce(t, numbered(10), plain))
		got := get(c.ConsumeOutOfRange(t, 0, 5000))
		equal(got.Offset, 0, "first offset after the reset")
	}))
	check("delete-records", with("trim", nil, func(t string) {
		get(c.Produce(t, numbered(30), plain))
		must(c.DeleteRecords(t, 0, 12))
		equal(get(c.StartOffset(t, 0)), 12, "start offset")
		equal(get(c.EndOffset(t, 0)), 30, "end offset")
		equal(get(c.Consume(t, 0, Beginning, 18))[0].Offset, 12, "first record left")
		refused("OFFSET_OUT_OF_RANGE", func() error { return c.DeleteRecords(t, 0, 5000) })()
	}))
	check("describe-unknown-topic", refused("UNKNOWN_TOPIC_OR_PARTITION", func() error {
		_, err := c.DescribeTopic(id + "-unknown")
		return err
	}))
	check("delete-unknown-topic-is-refused", refused("UNKNOWN_TOPIC_OR_PARTITION", func() error { return c.DeleteTopic(id + "-nowhere") }))
	check("produce-creates-the-topic", func() {
		want := []Rec{{Key: []byte("k"), Value: []byte("first")}}
		get(c.Produce(id+"-auto", want, plain))
		same(get(c.Consume(id+"-auto", 0, Beginning, 1)), want, 0, "auto-created")
		must(c.DeleteTopic(id + "-auto"))
	})
	check("delete-topic-and-create-it-again", func() {
		must(c.DeleteTopic(topic))
		eventually("topic is gone", func() bool { return !slices.Contains(get(c.ListTopics()), topic) })
		must(c.CreateTopic(topic, 1, nil))
		eventually("it is there and empty", func() bool {
			end, err := c.EndOffset(topic, 0)
			return err == nil && end == 0
		})
		must(c.DeleteTopic(topic))
	})
	if failed {
		os.Exit(1)
	}
	os.Exit(0)
}
