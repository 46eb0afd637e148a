// franz-go: speaks the newest versions of every API, fetch sessions and topic ids included.
package main

import (
	"context"
	"errors"
	"time"

	"github.com/twmb/franz-go/pkg/kadm"
	"github.com/twmb/franz-go/pkg/kerr"
	"github.com/twmb/franz-go/pkg/kgo"

	"kt-clients/kit"
)

type client struct {
	adm *kadm.Client
	kit.Client
}

func ctx() context.Context {
	c, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	_ = cancel // the program ends soon; every call has its own limit
	return c
}

func (client) Name() string     { return "franz-go" }
func (client) Codecs() []string { return []string{"none", "gzip", "snappy", "lz4", "zstd"} }
func (client) Idempotent() bool { return true }
func (client) Lossy() bool      { return false }

func (client) Code(err error) int {
	var e *kerr.Error
	if errors.As(err, &e) {
		return int(e.Code)
	}
	return -2
}

func (c client) CreateTopic(name string, partitions int32, configs map[string]string) error {
	values := map[string]*string{}
	for k, v := range configs {
		values[k] = &v
	}
	_, err := c.adm.CreateTopic(ctx(), partitions, 1, values, name)
	return err
}

func (c client) ListTopics() ([]string, error) {
	topics, err := c.adm.ListTopics(ctx())
	return topics.Names(), err
}

func (c client) DescribeTopic(name string) (map[int32][2][]int32, error) {
	topics, err := c.adm.ListTopics(ctx(), name)
	if err != nil {
		return nil, err
	}
	if err := topics[name].Err; err != nil {
		return nil, err
	}
	found := map[int32][2][]int32{}
	for p, d := range topics[name].Partitions {
		found[p] = [2][]int32{d.Replicas, d.ISR}
	}
	return found, nil
}

func (c client) DescribeCluster() (int32, []kit.Node, error) {
	m, err := c.adm.BrokerMetadata(ctx())
	var nodes []kit.Node
	for _, b := range m.Brokers {
		nodes = append(nodes, kit.Node{ID: b.NodeID, Host: b.Host, Port: b.Port})
	}
	return m.Controller, nodes, err
}

func (c client) DescribeConfigs(topic string) (map[string]string, error) {
	found, err := c.adm.DescribeTopicConfigs(ctx(), topic)
	if err != nil {
		return nil, err
	}
	configs := map[string]string{}
	for _, entry := range found[0].Configs {
		configs[entry.Key] = entry.MaybeValue()
	}
	return configs, found[0].Err
}

func (c client) AlterConfigs(topic string, configs map[string]string) error {
	var changes []kadm.AlterConfig
	for k, v := range configs {
		changes = append(changes, kadm.AlterConfig{Op: kadm.SetConfig, Name: k, Value: &v})
	}
	answers, err := c.adm.AlterTopicConfigs(ctx(), changes, topic)
	if err != nil {
		return err
	}
	return answers[0].Err
}

func (c client) CreatePartitions(topic string, total int32) error {
	answers, err := c.adm.UpdatePartitions(ctx(), int(total), topic)
	if err != nil {
		return err
	}
	return answers[topic].Err
}

func (c client) DeleteRecords(topic string, partition int32, before int64) error {
	offsets := kadm.Offsets{}
	offsets.Add(kadm.Offset{Topic: topic, Partition: partition, At: before})
	answers, err := c.adm.DeleteRecords(ctx(), offsets)
	if err != nil {
		return err
	}
	return answers[topic][partition].Err
}

func (c client) DeleteTopic(name string) error {
	_, err := c.adm.DeleteTopic(ctx(), name)
	return err
}

func (client) Produce(topic string, records []kit.Rec, how kit.How) ([]int64, error) {
	codecs := map[string]kgo.CompressionCodec{
		"none": kgo.NoCompression(), "gzip": kgo.GzipCompression(), "snappy": kgo.SnappyCompression(),
		"lz4": kgo.Lz4Compression(), "zstd": kgo.ZstdCompression(),
	}
	acks := map[int]kgo.Acks{0: kgo.NoAck(), 1: kgo.LeaderAck(), -1: kgo.AllISRAcks()}
	opts := []kgo.Opt{
		kgo.SeedBrokers(kit.Bootstrap()), kgo.RecordPartitioner(kgo.ManualPartitioner()),
		kgo.ProducerBatchCompression(codecs[how.Codec]), kgo.RequiredAcks(acks[how.Acks]),
		kgo.ProducerLinger(20 * time.Millisecond), kgo.AllowAutoTopicCreation(), kgo.UnknownTopicRetries(20),
	}
	if !how.Idempotent {
		opts = append(opts, kgo.DisableIdempotentWrite())
	}
	cl, err := kgo.NewClient(opts...)
	if err != nil {
		return nil, err
	}
	defer cl.Close()
	var batch []*kgo.Record
	for _, r := range records {
		k := &kgo.Record{Topic: topic, Partition: r.Partition, Key: r.Key, Value: r.Value}
		if r.Millis != 0 {
			k.Timestamp = time.UnixMilli(r.Millis)
		}
		for _, h := range r.Headers {
			k.Headers = append(k.Headers, kgo.RecordHeader{Key: h.Key, Value: h.Value})
		}
		batch = append(batch, k)
	}
	done := cl.ProduceSync(ctx(), batch...)
	if err := done.FirstErr(); err != nil {
		return nil, err
	}
	offsets := make([]int64, len(batch))
	for i, k := range batch {
		offsets[i] = k.Offset
	}
	return offsets, nil
}

func consumer(topic string, partition int32, at kgo.Offset) (*kgo.Client, error) {
	return kgo.NewClient(
		kgo.SeedBrokers(kit.Bootstrap()), kgo.FetchMaxWait(10*time.Second),
		kgo.ConsumePartitions(map[string]map[int32]kgo.Offset{topic: {partition: at}}),
	)
}

func record(r *kgo.Record) kit.Rec {
	got := kit.Rec{Partition: r.Partition, Key: r.Key, Value: r.Value, Millis: r.Timestamp.UnixMilli(), Offset: r.Offset}
	for _, h := range r.Headers {
		got.Headers = append(got.Headers, kit.Header{Key: h.Key, Value: h.Value})
	}
	return got
}

func take(cl *kgo.Client, count int) ([]kit.Rec, error) {
	var got []kit.Rec
	for limit := ctx(); len(got) < count && limit.Err() == nil; {
		fetches := cl.PollFetches(limit)
		if err := fetches.Err0(); err != nil {
			return got, err
		}
		for _, e := range fetches.Errors() {
			return got, e.Err
		}
		fetches.EachRecord(func(r *kgo.Record) { got = append(got, record(r)) })
	}
	return got[:min(count, len(got))], nil
}

func (client) Consume(topic string, partition int32, start int64, count int) ([]kit.Rec, error) {
	at := kgo.NewOffset().AtStart()
	if start >= 0 {
		at = kgo.NewOffset().At(start)
	}
	cl, err := consumer(topic, partition, at)
	if err != nil {
		return nil, err
	}
	defer cl.Close()
	return take(cl, count)
}

func (c client) ConsumeOutOfRange(topic string, partition int32, start int64) (kit.Rec, error) {
	cl, err := kgo.NewClient(
		kgo.SeedBrokers(kit.Bootstrap()), kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()),
		kgo.ConsumePartitions(map[string]map[int32]kgo.Offset{topic: {partition: kgo.NewOffset().At(start)}}),
	)
	if err != nil {
		return kit.Rec{}, err
	}
	defer cl.Close()
	got, err := take(cl, 1)
	if err != nil || len(got) == 0 {
		return kit.Rec{}, errors.Join(err, errors.New("nothing came"))
	}
	return got[0], nil
}

func (client) WaitForOne(topic string, partition int32, ready func()) (kit.Rec, time.Time, error) {
	cl, err := consumer(topic, partition, kgo.NewOffset().AtEnd())
	if err != nil {
		return kit.Rec{}, time.Time{}, err
	}
	defer cl.Close()
	time.AfterFunc(500*time.Millisecond, ready) // by then the fetch is waiting at the end
	got, err := take(cl, 1)
	if err == nil && len(got) == 0 {
		err = errors.New("nothing came")
	}
	if err != nil {
		return kit.Rec{}, time.Time{}, err
	}
	return got[0], time.Now(), nil
}

func one(listed kadm.ListedOffsets, err error, topic string, partition int32) (int64, error) {
	if err != nil {
		return 0, err
	}
	found, ok := listed.Lookup(topic, partition)
	if !ok {
		return 0, errors.New("the partition is not in the answer")
	}
	return found.Offset, found.Err
}

func (c client) OffsetForTime(topic string, partition int32, millis int64) (int64, error) {
	listed, err := c.adm.ListOffsetsAfterMilli(ctx(), millis, topic)
	offset, err := one(listed, err, topic, partition)
	if found, _ := listed.Lookup(topic, partition); found.Timestamp == -1 {
		return -1, err // the client answers the end offset where no record is late enough
	}
	return offset, err
}

func (c client) StartOffset(topic string, partition int32) (int64, error) {
	listed, err := c.adm.ListStartOffsets(ctx(), topic)
	return one(listed, err, topic, partition)
}

func (c client) EndOffset(topic string, partition int32) (int64, error) {
	listed, err := c.adm.ListEndOffsets(ctx(), topic)
	return one(listed, err, topic, partition)
}

func main() {
	cl, err := kgo.NewClient(kgo.SeedBrokers(kit.Bootstrap()))
	if err != nil {
		panic(err)
	}
	kit.Run(client{adm: kadm.NewClient(cl)})
}
