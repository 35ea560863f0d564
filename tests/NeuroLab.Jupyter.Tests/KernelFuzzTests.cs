using System.Globalization;
using System.Text;
using NeuroLab.Jupyter.Zmtp;

namespace NeuroLab.Jupyter.Tests;

/// <summary>Damaged messages, signed as if a front end had written them.</summary>
public sealed class KernelFuzzTests(RunningKernel kernel) : IClassFixture<RunningKernel>
{
    private const byte Between = 0x1e;

    private static readonly string[] Requests =
        ["execute_request", "complete_request", "inspect_request", "is_complete_request", "history_request", "kernel_info_request", "comm_info_request"];

    private static readonly Fuzz Damaged = new(
    [
        Sample("execute_request", """{"code":"1 + 1","silent":false,"store_history":true,"user_expressions":{"a":"2"},"allow_stdin":false,"stop_on_error":false}"""),
        Sample("complete_request", """{"code":"Console.Wr","cursor_pos":10}"""),
        Sample("complete_request", """{"code":"\ud83d\ude00; Mat","cursor_pos":6}"""),
        Sample("inspect_request", """{"code":"Console","cursor_pos":3,"detail_level":1}"""),
        Sample("is_complete_request", """{"code":"if (true) {"}"""),
        Sample("history_request", """{"output":true,"raw":true,"hist_access_type":"range","session":0,"start":1,"stop":9}"""),
        Sample("history_request", """{"hist_access_type":"search","pattern":"*1*","n":10,"unique":true}"""),
        Sample("kernel_info_request", "{}"),
        Sample("comm_info_request", """{"target_name":"x"}"""),
        Sample("comm_open", """{"comm_id":"1","target_name":"x","data":{}}"""),
        Sample("input_reply", """{"value":"x"}"""),
    ])
    {
        Words = ["code", "cursor_pos", "silent", "hist_access_type", "range", "search", "pattern", "msg_type", "msg_id", "session", "date", "\"\\ud83d\"", "[[[[", "*", "?"],
    };

    [Fact]
    public void Damaged_messages_are_read_or_refused()
    {
        MessageSigner signer = new("k");
        CellHistory history = new();
        history.Add(1, "1 + 1");
        Damaged.Run(input =>
        {
            // A new one each time, since what it remembers grows by doubling.
            MessageFormat format = new(signer);
            (byte[] header, byte[] content) = Parts(input);
            byte[][] parts = [header, "{}"u8.ToArray(), "{}"u8.ToArray(), content];
            byte[][] frames = ["<IDS|MSG>"u8.ToArray(), signer.Sign(parts), .. parts];
            if (!format.IsRight(frames))
                return;
            JupyterMessage message = MessageFormat.Read(new ReceivedMessage(default, frames, DateTime.UtcNow));
            format.Write([], message.Type, message.Header, message.Content);
            history.Answer(message);
            _ = message.Text("code").Length + message.Number("cursor_pos", 0) + message.Object("user_expressions").Count;
            _ = message.Flag("silent", false) || message.Flag("stop_on_error", true);
        }, 10_000, typeof(RequestException));
    }

    [Fact]
    public async Task A_kernel_answers_every_request_whose_type_can_be_read_and_lives_on()
    {
        using KernelClient shell = await KernelClient.ConnectAsync(kernel.ShellPort);
        // Judges as the kernel does which messages are signed, new, and of which type.
        MessageFormat judge = new(new MessageSigner(RunningKernel.Key));
        int answered = 0;
        foreach (byte[] input in Damaged.Inputs(300))
        {
            (byte[] header, byte[] content) = Parts(input);
            byte[][] frames = shell.Signed(header, content);
            shell.Send(frames);
            if (!judge.IsRight(frames) || MessageFormat.Read(new ReceivedMessage(default, frames, DateTime.UtcNow)).Type is not { } type || !Requests.Contains(type))
                continue;
            Assert.Equal(type.Replace("_request", "_reply", StringComparison.Ordinal), (await shell.ReadAsync()).Type);
            answered++;
        }

        Assert.True(answered > 50, $"{answered} answers");
        Assert.Equal("2", await shell.ValueAsync("1 + 1"));
    }

    private static byte[] Sample(string type, string content) =>
        [.. KernelClient.Header(type, "id"), Between, .. Encoding.UTF8.GetBytes(content)];

    // The date is set anew where it is whole: a kernel that has seen many messages takes none that is old.
    private static (byte[] Header, byte[] Content) Parts(byte[] input)
    {
        int at = Array.IndexOf(input, Between);
        (byte[] header, byte[] content) = at < 0 ? (input, []) : (input[..at], input[(at + 1)..]);
        string text = Encoding.Latin1.GetString(header);
        int date = text.IndexOf("\"date\":\"20", StringComparison.Ordinal);
        string now = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture);
        return date < 0 || text.Length < date + 8 + now.Length
            ? (header, content)
            : (Encoding.Latin1.GetBytes(text[..(date + 8)] + now + text[(date + 8 + now.Length)..]), content);
    }
}
