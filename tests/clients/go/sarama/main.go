// sarama: the client of much Go software of the last ten years; speaks the versions of the release it is told.
package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/IBM/sarama"

	"kt-clients/kit"
)

type client struct {
	admin sarama.ClusterAdmin
	kit.Client
}

func config() *sarama.Config {
	c := sarama.NewConfig()
	c.Version = sarama.MaxVersion
	c.Net.DialTimeout, c.Net.ReadTimeout, c.Net.WriteTimeout = 10*time.Second, 15*time.Second, 15*time.Second
	c.Producer.Return.Successes = true
	c.Producer.Partitioner = sarama.NewManualPartitioner
	c.Producer.MaxMessageBytes = 1_000_000
	c.Producer.Flush.Frequency = 20 * time.Millisecond
	c.Producer.Flush.Messages = 1000
	c.Consumer.MaxWaitTime = 10 * time.Second
	return c
}

func (client) Name() string     { return "sarama" }
func (client) Codecs() []string { return []string{"none", "gzip", "snappy", "lz4", "zstd"} }
func (client) Idempotent() bool { return true }
func (client) Lossy() bool      { return false }

func (client) Code(err error) int {
	var many sarama.ProducerErrors
	if errors.As(err, &many) {
		err = many[0].Err
	}
	var topic *sarama.TopicError
	if errors.As(err, &topic) {
		return int(topic.Err)
	}
	var partition *sarama.TopicPartitionError
	if errors.As(err, &partition) {
		return int(partition.Err)
	}
	var alter *sarama.AlterConfigError
	if errors.As(err, &alter) {
		return int(alter.Err)
	}
	var e sarama.KError
	if errors.As(err, &e) {
		return int(e)
	}
	return -2
}

func (c client) CreateTopic(name string, partitions int32, configs map[string]string) error {
	detail := &sarama.TopicDetail{NumPartitions: partitions, ReplicationFactor: 1, ConfigEntries: map[string]*string{}}
	for k, v := range configs {
		detail.ConfigEntries[k] = &v
	}
	return c.admin.CreateTopic(name, detail, false)
}

func (c client) ListTopics() ([]string, error) {
	topics, err := c.admin.ListTopics()
	var names []string
	for name := range topics {
		names = append(names, name)
	}
	return names, err
}

func (c client) DescribeTopic(name string) (map[int32][2][]int32, error) {
	topics, err := c.admin.DescribeTopics([]string{name})
	if err != nil {
		return nil, err
	}
	if topics[0].Err != sarama.ErrNoError {
		return nil, topics[0].Err
	}
	found := map[int32][2][]int32{}
	for _, p := range topics[0].Partitions {
		found[p.ID] = [2][]int32{p.Replicas, p.Isr}
	}
	return found, nil
}

func (c client) DescribeCluster() (int32, []kit.Node, error) {
	brokers, controller, err := c.admin.DescribeCluster()
	var nodes []kit.Node
	for _, b := range brokers {
		nodes = append(nodes, kit.Node{ID: b.ID(), Host: b.Addr(), Port: 1})
	}
	return controller, nodes, err
}

func (c client) DescribeConfigs(topic string) (map[string]string, error) {
	entries, err := c.admin.DescribeConfig(sarama.ConfigResource{Type: sarama.TopicResource, Name: topic})
	configs := map[string]string{}
	for _, e := range entries {
		configs[e.Name] = e.Value
	}
	return configs, err
}

func (c client) AlterConfigs(topic string, configs map[string]string) error {
	entries := map[string]sarama.IncrementalAlterConfigsEntry{}
	for k, v := range configs {
		entries[k] = sarama.IncrementalAlterConfigsEntry{Operation: sarama.IncrementalAlterConfigsOperationSet, Value: &v}
	}
	return c.admin.IncrementalAlterConfig(sarama.TopicResource, topic, entries, false)
}

func (c client) CreatePartitions(topic string, total int32) error {
	return c.admin.CreatePartitions(topic, total, nil, false)
}

func (c client) DeleteRecords(topic string, partition int32, before int64) error {
	return c.admin.DeleteRecords(topic, map[int32]int64{partition: before})
}

func (c client) DeleteTopic(name string) error { return c.admin.DeleteTopic(name) }

func (client) Produce(topic string, records []kit.Rec, how kit.How) ([]int64, error) {
	c := config()
	c.Producer.RequiredAcks = sarama.RequiredAcks(how.Acks)
	c.Producer.Compression = map[string]sarama.CompressionCodec{
		"none": sarama.CompressionNone, "gzip": sarama.CompressionGZIP, "snappy": sarama.CompressionSnappy,
		"lz4": sarama.CompressionLZ4, "zstd": sarama.CompressionZSTD,
	}[how.Codec]
	if how.Idempotent {
		c.Producer.Idempotent = true
		c.Net.MaxOpenRequests = 1
	}
	producer, err := sarama.NewSyncProducer([]string{kit.Bootstrap()}, c)
	if err != nil {
		return nil, err
	}
	defer producer.Close()
	var batch []*sarama.ProducerMessage
	for _, r := range records {
		m := &sarama.ProducerMessage{Topic: topic, Partition: r.Partition}
		if r.Key != nil {
			m.Key = sarama.ByteEncoder(r.Key)
		}
		if r.Value != nil {
			m.Value = sarama.ByteEncoder(r.Value)
		}
		if r.Millis != 0 {
			m.Timestamp = time.UnixMilli(r.Millis)
		}
		for _, h := range r.Headers {
			m.Headers = append(m.Headers, sarama.RecordHeader{Key: []byte(h.Key), Value: h.Value})
		}
		batch = append(batch, m)
	}
	if err := producer.SendMessages(batch); err != nil {
		return nil, err
	}
	offsets := make([]int64, len(batch))
	for i, m := range batch {
		offsets[i] = m.Offset
	}
	return offsets, nil
}

func record(m *sarama.ConsumerMessage) kit.Rec {
	got := kit.Rec{Partition: m.Partition, Key: m.Key, Value: m.Value, Millis: m.Timestamp.UnixMilli(), Offset: m.Offset}
	for _, h := range m.Headers {
		got.Headers = append(got.Headers, kit.Header{Key: string(h.Key), Value: h.Value})
	}
	return got
}

func consume(topic string, partition int32, start int64, count int, ready func()) ([]kit.Rec, error) {
	consumer, err := sarama.NewConsumer([]string{kit.Bootstrap()}, config())
	if err != nil {
		return nil, err
	}
	defer consumer.Close()
	part, err := consumer.ConsumePartition(topic, partition, start)
	if err != nil {
		return nil, err
	}
	defer part.AsyncClose() // Close would wait for the fetch in flight
	if ready != nil {
		time.AfterFunc(500*time.Millisecond, ready)
	}
	var got []kit.Rec
	for limit := time.After(20 * time.Second); len(got) < count; {
		select {
		case m := <-part.Messages():
			got = append(got, record(m))
		case <-limit:
			return got, fmt.Errorf("%d of %d records in 20 s", len(got), count)
		}
	}
	return got, nil
}

func (client) Consume(topic string, partition int32, start int64, count int) ([]kit.Rec, error) {
	if start == kit.Beginning {
		start = sarama.OffsetOldest
	}
	return consume(topic, partition, start, count, nil)
}

func (client) ConsumeOutOfRange(topic string, partition int32, start int64) (kit.Rec, error) {
	_, err := consume(topic, partition, start, 1, nil)
	if !errors.Is(err, sarama.ErrOffsetOutOfRange) {
		return kit.Rec{}, fmt.Errorf("got %v, want the client to refuse an offset out of range", err)
	}
	got, err := consume(topic, partition, sarama.OffsetOldest, 1, nil) // resetting is the caller's work here
	if err != nil {
		return kit.Rec{}, err
	}
	return got[0], nil
}

func (client) WaitForOne(topic string, partition int32, ready func()) (kit.Rec, time.Time, error) {
	var came time.Time
	consumer, err := sarama.NewConsumer([]string{kit.Bootstrap()}, config())
	if err != nil {
		return kit.Rec{}, came, err
	}
	part, err := consumer.ConsumePartition(topic, partition, sarama.OffsetNewest)
	if err != nil {
		return kit.Rec{}, came, err
	}
	time.AfterFunc(500*time.Millisecond, ready)
	select {
	case m := <-part.Messages():
		came = time.Now()
		part.AsyncClose()
		return record(m), came, nil
	case <-time.After(10 * time.Second):
		return kit.Rec{}, came, errors.New("nothing came")
	}
}

func offset(topic string, partition int32, at int64) (int64, error) {
	cl, err := sarama.NewClient([]string{kit.Bootstrap()}, config())
	if err != nil {
		return 0, err
	}
	defer cl.Close()
	return cl.GetOffset(topic, partition, at)
}

func (client) OffsetForTime(topic string, partition int32, millis int64) (int64, error) {
	return offset(topic, partition, millis)
}

func (client) StartOffset(topic string, partition int32) (int64, error) {
	return offset(topic, partition, sarama.OffsetOldest)
}

func (client) EndOffset(topic string, partition int32) (int64, error) {
	return offset(topic, partition, sarama.OffsetNewest)
}

func main() {
	admin, err := sarama.NewClusterAdmin([]string{kit.Bootstrap()}, config())
	if err != nil {
		panic(err)
	}
	kit.Run(client{admin: admin})
}
