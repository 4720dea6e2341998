<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>ReceiverSetting</name>
    <message>
        <source>定位来源</source>
        <translation>Position source</translation>
    </message>
    <message>
        <source>本机</source>
        <translation>This tablet</translation>
    </message>
    <message>
        <source>外接（串口）</source>
        <translation>External (serial)</translation>
    </message>
    <message>
        <source>外接（网络）</source>
        <translation>External (network)</translation>
    </message>
    <message>
        <source>串口和波特率</source>
        <translation>Serial line and baud rate</translation>
    </message>
    <message>
        <source>主机和端口</source>
        <translation>Host and port</translation>
    </message>
    <message>
        <source>使用</source>
        <translation>Use</translation>
    </message>
</context>
<context>
    <name>RescueSheet</name>
    <message>
        <source>没有网络时</source>
        <translation>Without a network</translation>
    </message>
    <message>
        <source>未上传的工作可以导出成一个加密文件，用U盘带到另一台平板或服务器。本机照常保留，之后自己传上去也只算一次。</source>
        <translation>Export unsent work as one encrypted file and carry it on a USB stick to another tablet or the hub. It stays here too; if it is sent again later it counts once.</translation>
    </message>
    <message>
        <source>请稍候…</source>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>导出未传的工作</source>
        <translation>Export unsent work</translation>
    </message>
    <message>
        <source>口令 %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>收下别人的文件…</source>
        <translation>Import another tablet&apos;s file…</translation>
    </message>
    <message>
        <source>导出时显示的口令</source>
        <translation>Code shown at the export</translation>
    </message>
    <message>
        <source>收下，随本机上传</source>
        <translation>Take it along</translation>
    </message>
    <message>
        <source>导出到</source>
        <translation>Export to</translation>
    </message>
    <message>
        <source>救援文件</source>
        <translation>Rescue file</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>CameraPage</name>
    <message>
        <source>拍照</source>
        <translation>Take photo</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>这台平板没有取景画面，可以从相册选照片。</source>
        <translation>This tablet has no viewfinder; choose photos from the gallery.</translation>
    </message>
    <message>
        <source>这一项只收应用内拍摄的照片。</source>
        <translation>This item takes only photos made in the app.</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>正在保存 %1 张</source>
        <translation>Saving photos: %1</translation>
    </message>
    <message>
        <source>已存 %1 张</source>
        <translation>%1 saved</translation>
    </message>
    <message>
        <source>每处问题至少一张</source>
        <translation>At least one for each finding</translation>
    </message>
    <message>
        <source>相册</source>
        <translation>Gallery</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>选择照片</source>
        <translation>Choose photos</translation>
    </message>
    <message>
        <source>照片 (*.jpg *.jpeg *.JPG *.JPEG)</source>
        <translation>Photos (*.jpg *.jpeg *.JPG *.JPEG)</translation>
    </message>
    <message>
        <source>没有取景画面：按“拍照”取下一张。</source>
        <translation>No viewfinder: press &quot;Take photo&quot; for the next picture.</translation>
    </message>
    <message>
        <source>每处远景、近景各一张</source>
        <translation>One wide and one close for each finding</translation>
    </message>
</context>
<context>
    <name>viewmodels::CaptureModel</name>
    <message>
        <source>这一项只收应用内拍摄的照片，请用相机拍</source>
        <translation>This item takes only photos made in the app; use the camera</translation>
    </message>
    <message>
        <source>这一项只收应用内拍摄的照片，这台平板没有相机</source>
        <translation>This item takes only photos made in the app, and this tablet has no camera</translation>
    </message>
</context>
<context>
    <name>CheckBlock</name>
    <message>
        <source>回头看</source>
        <translation>Look back</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>已查 %1 / %2</source>
        <translation>%1 of %2 checked</translation>
    </message>
    <message>
        <source>开始检查</source>
        <translation>Start check</translation>
    </message>
    <message>
        <source>继续检查</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>改正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>View</translation>
    </message>
    <message>
        <source>按哪种设施检查</source>
        <translation>Check as which kind of facility</translation>
    </message>
    <message>
        <source>放弃这次检查</source>
        <translation>Discard this check</translation>
    </message>
    <message>
        <source>待整改 %1 项</source>
        <translation>To be rectified: %1</translation>
    </message>
    <message>
        <source>其余 %1 项</source>
        <translation>%1 more</translation>
    </message>
</context>
<context>
    <name>CheckChip</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>ChecklistBar</name>
    <message>
        <source>已查 %1/%2</source>
        <translation>%1/%2 checked</translation>
    </message>
    <message>
        <source>缺照片 %1</source>
        <translation>Photos missing: %1</translation>
    </message>
    <message>
        <source>撤销上一步</source>
        <translation>Undo the last step</translation>
    </message>
    <message>
        <source>只看扣分</source>
        <translation>Deducted</translation>
    </message>
    <message>
        <source>扣分</source>
        <translation>Deducted</translation>
    </message>
    <message>
        <source>下一未查项</source>
        <translation>Next unchecked</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>完成检查</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>退回要改 %1 项</source>
        <translation>To change: %1</translation>
    </message>
</context>
<context>
    <name>ChecklistItem</name>
    <message>
        <source>合格</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>退回要求：%1</source>
        <translation>Asked for: %1</translation>
    </message>
</context>
<context>
    <name>ChecklistItems</name>
    <message>
        <source>还没有扣分的项目</source>
        <translation>No deductions yet</translation>
    </message>
    <message>
        <source>这张检查表没有项目</source>
        <translation>This sheet has no items</translation>
    </message>
    <message>
        <source>请联网同步；仍没有请联系管理员</source>
        <translation>Sync with a network; if there are still none, ask the administrator</translation>
    </message>
</context>
<context>
    <name>ChecklistPage</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>已提交，只能查看</source>
        <translation>Submitted; read only</translation>
    </message>
    <message>
        <source>%1 退回，有 %2 项要改</source>
        <translation>%1 sent it back; items to correct: %2</translation>
    </message>
    <message>
        <source>%1 退回：%2</source>
        <translation>%1 sent it back: %2</translation>
    </message>
    <message>
        <source>下一要改项</source>
        <translation>Next to change</translation>
    </message>
    <message>
        <source>%1 退回，%2 项要改：%3</source>
        <translation>%1 sent it back, %2 items to change: %3</translation>
    </message>
</context>
<context>
    <name>DecisionSheet</name>
    <message>
        <source>退回给 %1</source>
        <translation>Send back to %1</translation>
    </message>
    <message>
        <source>作废这份检查</source>
        <translation>Void this inspection</translation>
    </message>
    <message>
        <source>调整 %1 的分数</source>
        <translation>Adjust the points of %1</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>调整</source>
        <translation>Adjust</translation>
    </message>
    <message>
        <source>改为多少分</source>
        <translation>New points</translation>
    </message>
    <message>
        <source>对整份检查的意见</source>
        <translation>Comment on the whole inspection</translation>
    </message>
    <message>
        <source>为什么作废</source>
        <translation>Why it is void</translation>
    </message>
    <message>
        <source>为什么调整</source>
        <translation>Why it is adjusted</translation>
    </message>
    <message>
        <source>哪里不清楚、要补什么</source>
        <translation>What is unclear, what is to be added</translation>
    </message>
    <message>
        <source>写给检查人和以后查账的人看</source>
        <translation>For the inspector, and for whoever audits this later</translation>
    </message>
    <message>
        <source>%1，最多 %2 分，现在 %3 分。原来的分数仍然看得到。</source>
        <translation>%1: at most %2 points, now %3. The points as inspected stay visible.</translation>
    </message>
</context>
<context>
    <name>DrawPage</name>
    <message>
        <source>标注照片</source>
        <translation>Mark the photo</translation>
    </message>
    <message>
        <source>%1 笔，原图不变</source>
        <translation>Marks: %1; the original stays as it is</translation>
    </message>
    <message>
        <source>原图不变</source>
        <translation>the original stays as it is</translation>
    </message>
    <message>
        <source>照片，拖动手指画箭头或圈</source>
        <translation>Photo; drag a finger to draw an arrow or a circle</translation>
    </message>
    <message>
        <source>先写文字，再点照片上的位置</source>
        <translation>Write the words, then tap their place on the photo</translation>
    </message>
    <message>
        <source>画什么</source>
        <translation>What to draw</translation>
    </message>
    <message>
        <source>箭头</source>
        <translation>Arrow</translation>
    </message>
    <message>
        <source>圈</source>
        <translation>Circle</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>viewmodels::DrawingModel</name>
    <message>
        <source>先写好文字，再点照片上的位置</source>
        <translation>Write the words first, then tap their place on the photo</translation>
    </message>
</context>
<context>
    <name>viewmodels::EnrolModel</name>
    <message>
        <source>请填写服务器地址、用户名和密码</source>
        <translation>Enter the hub&apos;s address, your user name and password</translation>
    </message>
    <message>
        <source>请填写服务器地址和一次性注册码</source>
        <translation>Enter the hub&apos;s address and the one-time code</translation>
    </message>
    <message>
        <source>没有保存，请重新打开应用再试</source>
        <translation>Not saved; open the app again and retry</translation>
    </message>
    <message>
        <source>图片里没有找到登记二维码，请对准后重拍</source>
        <translation>No enrolment QR code found in the picture; aim at it and take it again</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>一次性注册码，或登记链接</source>
        <translation>One-time code, or enrolment link</translation>
    </message>
    <message>
        <source>从二维码图片登记…</source>
        <translation>Enrol from a QR code picture…</translation>
    </message>
    <message>
        <source>登记二维码的图片</source>
        <translation>Picture of the enrolment QR code</translation>
    </message>
    <message>
        <source>图片 (*.png *.jpg *.jpeg *.svg *.PNG *.JPG *.JPEG)</source>
        <translation>Pictures (*.png *.jpg *.jpeg *.svg *.PNG *.JPG *.JPEG)</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>几个人轮流用一台平板时，用自己的用户名和密码登录；以后没有信号也能检查。</source>
        <translation>Where several people share a tablet, sign in with your own user name and password; after that you can inspect without a signal.</translation>
    </message>
    <message>
        <source>登记方式</source>
        <translation>Way to enrol</translation>
    </message>
    <message>
        <source>用户名和密码</source>
        <translation>User and password</translation>
    </message>
    <message>
        <source>用户名</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>正在登录…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>登记这台平板</source>
        <translation>Enrol this tablet</translation>
    </message>
    <message>
        <source>向办公室要一次性注册码，在有网络的地方登记一次；以后没有信号也能检查。</source>
        <translation>Ask the office for a one-time code and enrol once where there is a network; after that you can inspect without a signal.</translation>
    </message>
    <message>
        <source>服务器地址</source>
        <translation>Hub address</translation>
    </message>
    <message>
        <source>一次性注册码</source>
        <translation>One-time code</translation>
    </message>
    <message>
        <source>正在登记…</source>
        <translation>Enrolling…</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>正在连接服务器…</source>
        <translation>Connecting to the hub…</translation>
    </message>
    <message>
        <source>扫登记二维码</source>
        <translation>Scan the enrolment QR code</translation>
    </message>
</context>
<context>
    <name>EnrolScan</name>
    <message>
        <source>这个二维码不是登记用的，请对准办公室给的登记二维码。</source>
        <translation>This QR code is not for enrolment. Point at the one from the office.</translation>
    </message>
    <message>
        <source>对准办公室给的登记二维码，认出后自动登记。</source>
        <translation>Point at the enrolment QR code from the office; it is enrolled as soon as it is read.</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>FairnessList</name>
    <message>
        <source>不在榜</source>
        <translation>on neither list</translation>
    </message>
    <message>
        <source>最佳名单</source>
        <translation>among the best</translation>
    </message>
    <message>
        <source>最差名单</source>
        <translation>among the worst</translation>
    </message>
    <message>
        <source>只供核对评分尺度，不改变任何分数。各人检查的村不同，差异不等于谁对谁错。内部资料，不得公开。</source>
        <translation>For comparing how strictly people score; it changes no score. Villages differ, so a difference does not say who is right. Internal, not for publication.</translation>
    </message>
    <message>
        <source>名次取决于一人的村</source>
        <translation>Places that depend on one inspector</translation>
    </message>
    <message>
        <source>村和检查员太多，没有逐人试算。</source>
        <translation>Too many villages and inspectors to try each.</translation>
    </message>
    <message>
        <source>没有。</source>
        <translation>None.</translation>
    </message>
    <message>
        <source>如果该检查员的平均分与其他人一样，这些村会进入或离开榜单，或至少差出十分之一的名次（不少于三名）。</source>
        <translation>Had this inspector's mean been that of the others, these villages would come onto or leave a list, or stand at least a tenth of the list away (three places or more).</translation>
    </message>
    <message>
        <source>第 %1 名 %2</source>
        <translation>No. %1 %2</translation>
    </message>
    <message>
        <source>其他镇街的检查员</source>
        <translation>An inspector of other towns</translation>
    </message>
    <message>
        <source>只有这一人查过</source>
        <translation>inspected by this one alone</translation>
    </message>
    <message>
        <source>%1 → 第 %2 名，%3</source>
        <translation>%1 → No. %2, %3</translation>
    </message>
    <message>
        <source>%1 → 不排名</source>
        <translation>%1 → not ranked</translation>
    </message>
    <message>
        <source>检查员与其他人</source>
        <translation>Inspectors and the others</translation>
    </message>
    <message>
        <source>%1 次，平均 %2，标准差 %3</source>
        <translation>Checks: %1, mean %2, deviation %3</translation>
    </message>
    <message>
        <source>其他人 %1 次，平均 %2，标准差 %3</source>
        <translation>others: checks %1, mean %2, deviation %3</translation>
    </message>
    <message>
        <source>用得最不一样的规则</source>
        <translation>Rules used most differently</translation>
    </message>
    <message>
        <source>每一百次检查里用到几次。</source>
        <translation>Uses in a hundred checks.</translation>
    </message>
    <message>
        <source>%1：%2，其他人：%3</source>
        <translation>%1: %2, others: %3</translation>
    </message>
    <message>
        <source>没有其他人可比</source>
        <translation>Nobody to compare with</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message>
        <source>%1. 户 %2</source>
        <translation>%1. household %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 · 无定位</source>
        <translation>%1 · no position</translation>
    </message>
    <message>
        <source>%1 · ±%2 m</source>
        <translation>%1 · ±%2 m</translation>
    </message>
    <message>
        <source>再次</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>缺 %1 张</source>
        <translation>%1 missing</translation>
    </message>
    <message>
        <source>%1 张</source>
        <translation>Photos: %1</translation>
    </message>
    <message>
        <source>给第 %1 处拍照</source>
        <translation>Take a photo of finding %1</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>例如：文化礼堂东侧</source>
        <translation>For example: east of the village hall</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>去掉这一处</source>
        <translation>Remove this finding</translation>
    </message>
    <message>
        <source>缺近景</source>
        <translation>Close-up missing</translation>
    </message>
    <message>
        <source>缺远景</source>
        <translation>Wide missing</translation>
    </message>
    <message>
        <source>缺远景、近景</source>
        <translation>Wide and close-up missing</translation>
    </message>
    <message>
        <source>缺大小</source>
        <translation>Size missing</translation>
    </message>
    <message>
        <source>大小（超过 %1 才计）</source>
        <translation>Size (counts over %1)</translation>
    </message>
</context>
<context>
    <name>FinishMissing</name>
    <message>
        <source>还缺这些，点一下就过去</source>
        <translation>These are missing; tap one to go there</translation>
    </message>
</context>
<context>
    <name>viewmodels::FinishModel</name>
    <message>
        <source>这段时间没有收到定位，请到空旷处再试</source>
        <translation>No position in all that time; try again under the open sky</translation>
    </message>
    <message>
        <source>没有说明为什么定位缺失或误差大</source>
        <translation>No reason given for the missing or inaccurate position</translation>
    </message>
    <message>
        <source>检查人还没有签名</source>
        <translation>The inspector has not signed</translation>
    </message>
    <message>
        <source>村干部还没有签名</source>
        <translation>The village has not signed</translation>
    </message>
    <message>
        <source>没有写拒签的原因</source>
        <translation>No reason given for the refusal to sign</translation>
    </message>
    <message>
        <source>没有写为什么没有人在场</source>
        <translation>No reason given for nobody being there</translation>
    </message>
    <message>
        <source>（%1 处）</source>
        <translation> (findings: %1)</translation>
    </message>
</context>
<context>
    <name>FinishPage</name>
    <message>
        <source>完成检查</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>%1 处问题</source>
        <translation>Findings: %1</translation>
    </message>
    <message>
        <source>例如：弄堂里收不到卫星</source>
        <translation>For example: no satellites in the alley</translation>
    </message>
    <message>
        <source>检查人签名</source>
        <translation>Inspector&apos;s signature</translation>
    </message>
    <message>
        <source>检查人在此签名</source>
        <translation>Inspector signs here</translation>
    </message>
    <message>
        <source>备注（可不填）</source>
        <translation>Note (optional)</translation>
    </message>
    <message>
        <source>还差 %1 项</source>
        <translation>%1 still missing</translation>
    </message>
    <message>
        <source>可以提交</source>
        <translation>Ready to submit</translation>
    </message>
    <message>
        <source>正在提交…</source>
        <translation>Submitting…</translation>
    </message>
    <message>
        <source>提交</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>提交这次检查？</source>
        <translation>Submit this inspection?</translation>
    </message>
    <message>
        <source>提交后不能再改；审核退回时可以改正。没有网络也可以提交，联网后自动上传。</source>
        <translation>It cannot be changed afterwards; if it is sent back you can correct it. It can be submitted without a network and is sent automatically later.</translation>
    </message>
    <message>
        <source>有定位缺失或误差超过 %1 m，请说明原因</source>
        <translation>A position is missing or off by more than %1 m; please say why</translation>
    </message>
    <message>
        <source>站着不动，重新定位取平均</source>
        <translation>Stand still: average the position again</translation>
    </message>
    <message>
        <source>正在定位，还有 %1 秒</source>
        <translation>Finding the position, %1 s left</translation>
    </message>
    <message>
        <source>±%1 m，还有 %2 秒</source>
        <translation>±%1 m, %2 s left</translation>
    </message>
</context>
<context>
    <name>FlagChips</name>
    <message>
        <source>缺证据</source>
        <translation>Evidence gap</translation>
    </message>
    <message>
        <source>一票否决</source>
        <translation>Veto</translation>
    </message>
    <message>
        <source>模拟定位</source>
        <translation>Mock position</translation>
    </message>
    <message>
        <source>时间存疑</source>
        <translation>Time in doubt</translation>
    </message>
    <message>
        <source>无定位</source>
        <translation>No position</translation>
    </message>
    <message>
        <source>相册照片</source>
        <translation>Gallery photo</translation>
    </message>
    <message>
        <source>精度差</source>
        <translation>Poor accuracy</translation>
    </message>
    <message>
        <source>照片未齐</source>
        <translation>Photos incomplete</translation>
    </message>
    <message>
        <source>证据链断</source>
        <translation>Chain broken</translation>
    </message>
    <message>
        <source>与上期差距大</source>
        <translation>Big change since last time</translation>
    </message>
    <message>
        <source>检查人偏差大</source>
        <translation>Inspector&apos;s scores differ</translation>
    </message>
    <message>
        <source>签名或定位说明不全</source>
        <translation>Not signed off</translation>
    </message>
</context>
<context>
    <name>InspectorFlow</name>
    <message>
        <source>已提交，联网后自动上传</source>
        <translation>Submitted; it is sent when there is a network</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>待传</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>整改</source>
        <translation>Rectification</translation>
    </message>
</context>
<context>
    <name>ItemInput</name>
    <message>
        <source>户 %1</source>
        <translation>No. %1</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>−%1</source>
        <translation>−%1</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>都没做到</source>
        <translation>None of these is done</translation>
    </message>
</context>
<context>
    <name>ItemInputs</name>
    <message>
        <source>走访 %1 户（计划 %2 户），点选不合格的户</source>
        <translation>%1 households visited (%2 planned); tap those that fail</translation>
    </message>
    <message>
        <source>少走访一户</source>
        <translation>One household fewer</translation>
    </message>
    <message>
        <source>多走访一户</source>
        <translation>One household more</translation>
    </message>
</context>
<context>
    <name>ItemResult</name>
    <message>
        <source>缺 %1</source>
        <translation>%1 missing</translation>
    </message>
    <message>
        <source>%1 处</source>
        <translation>%1 found</translation>
    </message>
    <message>
        <source>满分 %1</source>
        <translation>Maximum %1</translation>
    </message>
    <message>
        <source>不适用</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>缺大小</source>
        <translation>Size missing</translation>
    </message>
    <message>
        <source>−%1</source>
        <translation>−%1</translation>
    </message>
</context>
<context>
    <name>ItemSide</name>
    <message>
        <source>上期 %1</source>
        <translation>Last time %1</translation>
    </message>
    <message>
        <source>没有问题</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>%1 处</source>
        <translation>%1 found</translation>
    </message>
    <message>
        <source>%1 处 −%2</source>
        <translation>%1 found, −%2 in all</translation>
    </message>
    <message>
        <source>本期没有问题</source>
        <translation>Nothing found this time</translation>
    </message>
    <message>
        <source>本期 %1 处</source>
        <translation>This time: %1 found</translation>
    </message>
    <message>
        <source>依据：%1</source>
        <translation>Basis: %1</translation>
    </message>
    <message>
        <source>其中 %1 处已整改销号</source>
        <translation>Rectified and closed: %1 of these</translation>
    </message>
    <message>
        <source>扣 %1</source>
        <translation>−%1</translation>
    </message>
    <message>
        <source>本期扣 %1</source>
        <translation>This time −%1</translation>
    </message>
</context>
<context>
    <name>LargePhoto</name>
    <message>
        <source>无定位</source>
        <translation>No position</translation>
    </message>
    <message>
        <source>E%1 N%2 ±%3 m</source>
        <translation>E%1 N%2 ±%3 m</translation>
    </message>
    <message>
        <source>来自相册</source>
        <translation>From the gallery</translation>
    </message>
    <message>
        <source>时间存疑</source>
        <translation>Time in doubt</translation>
    </message>
</context>
<context>
    <name>LoadingLine</name>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>巡村</source>
        <translation>Xuncun</translation>
    </message>
</context>
<context>
    <name>NotRankedList</name>
    <message>
        <source>未参加排名</source>
        <translation>Not ranked</translation>
    </message>
    <message>
        <source>不参加本批次</source>
        <translation>Not in this campaign</translation>
    </message>
    <message>
        <source>没有已通过的检查</source>
        <translation>No approved inspection</translation>
    </message>
    <message>
        <source>缺 %1</source>
        <translation>%1 missing</translation>
    </message>
    <message>
        <source>（全部分组）</source>
        <translation> (all classes)</translation>
    </message>
</context>
<context>
    <name>viewmodels::OpenInspection</name>
    <message>
        <source>没有保存：本机数据读写出错，请重新打开应用</source>
        <translation>Not saved: the local store failed; open the app again</translation>
    </message>
</context>
<context>
    <name>OpenItem</name>
    <message>
        <source>结论</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>合格</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>不适用</source>
        <translation>N/A</translation>
    </message>
    <message>
        <source>拍照（还缺 %1）</source>
        <translation>Photo (%1 missing)</translation>
    </message>
    <message>
        <source>拍照（%1）</source>
        <translation>Photo (%1)</translation>
    </message>
    <message>
        <source>拍照</source>
        <translation>Take photo</translation>
    </message>
    <message>
        <source>本项明细与上期</source>
        <translation>Details and last time</translation>
    </message>
    <message>
        <source>本项明细</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>填大小（还缺 %1）</source>
        <translation>Give sizes (%1 missing)</translation>
    </message>
</context>
<context>
    <name>OutboxLine</name>
    <message>
        <source>检查</source>
        <translation>Inspection</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>整改</source>
        <translation>Rectification</translation>
    </message>
    <message>
        <source>申诉</source>
        <translation>Appeal</translation>
    </message>
    <message>
        <source>排名</source>
        <translation>Ranking</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>原图</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>%1，已传 %2</source>
        <translation>%1, %2 sent</translation>
    </message>
</context>
<context>
    <name>viewmodels::OutboxModel</name>
    <message>
        <source>本机数据读不出来，请重新打开应用；仍不行请联系管理员</source>
        <translation>The local store cannot be read; open the app again, and ask the administrator if that does not help</translation>
    </message>
    <message>
        <source>已写入 %1：%2 条记录，%3 个照片文件。请抄下口令，它不会保存在任何地方。</source>
        <translation>Written to %1: %2 records, %3 photo files. Write the code down; it is kept nowhere.</translation>
    </message>
    <message>
        <source>另有 %1 个照片文件已损坏，没有包含在内。</source>
        <translation>%1 more photo files are damaged and left out.</translation>
    </message>
    <message>
        <source>没有导出：存储出错，请重试</source>
        <translation>Not exported: storage failed, try again</translation>
    </message>
    <message>
        <source>已收下 %1 条记录、%2 个照片文件，下次同步时一起上传。</source>
        <translation>%1 records and %2 photo files taken along; they go with the next sync.</translation>
    </message>
    <message>
        <source>没有收下：存储出错，请重试</source>
        <translation>Not taken: storage failed, try again</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>上次没存完的 %1 张照片已找回，在各自的检查里。</source>
        <translation>Recovered photos whose saving was interrupted: %1; they are in their checks. </translation>
    </message>
    <message>
        <source>有 %1 个照片文件不知属于哪一处，另放在平板的 media/strangers 文件夹，没有删除。</source>
        <translation>Photo files that belong to no finding: %1; put aside in media/strangers on the tablet, not deleted.</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>待传</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>上次传完 %1</source>
        <translation>Last sent %1</translation>
    </message>
    <message>
        <source>%1（%2 秒后自动再试）</source>
        <translation>%1 (retry in %2 s)</translation>
    </message>
    <message>
        <source>全部已送达</source>
        <translation>Everything has arrived</translation>
    </message>
    <message>
        <source>有新的检查时会自动上传。</source>
        <translation>New inspections are sent automatically.</translation>
    </message>
    <message>
        <source>%1 条 · %2 张 · %3</source>
        <translation>Records %1 · photos %2 · %3</translation>
    </message>
    <message>
        <source>正在同步…</source>
        <translation>Syncing…</translation>
    </message>
    <message>
        <source>现在同步</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>没有网络时…</source>
        <translation>Without a network…</translation>
    </message>
    <message>
        <source>%1 条 · %2 张 · %3 · 未送达 %4</source>
        <translation>%1 records · %2 photos · %3 · %4 not sent</translation>
    </message>
</context>
<context>
    <name>PageFrame</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>PhotoPage</name>
    <message>
        <source>照片 %1 / %2</source>
        <translation>Photo %1 of %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>上一张</source>
        <translation>Previous photo</translation>
    </message>
    <message>
        <source>下一张</source>
        <translation>Next photo</translation>
    </message>
    <message>
        <source>去掉这张</source>
        <translation>Remove this photo</translation>
    </message>
    <message>
        <source>已导出：%1</source>
        <translation>Exported: %1</translation>
    </message>
    <message>
        <source>水印</source>
        <translation>Watermark</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>标注</source>
        <translation>Mark</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>拍照</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>照片 %1</source>
        <translation>Photo %1</translation>
    </message>
</context>
<context>
    <name>PhotoViewChoice</name>
    <message>
        <source>远景：带上周围，看得出在哪里</source>
        <translation>Wide: the surroundings, so that one sees where it is</translation>
    </message>
    <message>
        <source>近景：问题本身，拍清楚</source>
        <translation>Close-up: the problem itself, in focus</translation>
    </message>
    <message>
        <source>照片够了；再拍请先选</source>
        <translation>Enough photos; choose before taking more</translation>
    </message>
    <message>
        <source>下一张拍的是</source>
        <translation>The next photo shows</translation>
    </message>
    <message>
        <source>远景</source>
        <translation>Wide</translation>
    </message>
    <message>
        <source>近景</source>
        <translation>Close-up</translation>
    </message>
</context>
<context>
    <name>viewmodels::PhotoListModel</name>
    <message>
        <source>远景</source>
        <translation>Wide</translation>
    </message>
    <message>
        <source>近景</source>
        <translation>Close-up</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>照片</source>
        <translation>Photo</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>这一项没有照片</source>
        <translation>No photos of this item</translation>
    </message>
    <message>
        <source>照片 %1</source>
        <translation>Photo %1</translation>
    </message>
    <message>
        <source>照片还没到这台平板</source>
        <translation>The photo has not reached this tablet yet</translation>
    </message>
    <message>
        <source>离村 %1 m</source>
        <translation>%1 m from the village</translation>
    </message>
    <message>
        <source>离村 %1 km</source>
        <translation>%1 km from the village</translation>
    </message>
    <message>
        <source>无定位</source>
        <translation>No position</translation>
    </message>
    <message>
        <source>模拟定位</source>
        <translation>Mock position</translation>
    </message>
    <message>
        <source>来自相册</source>
        <translation>From the gallery</translation>
    </message>
    <message>
        <source>时间存疑</source>
        <translation>Time in doubt</translation>
    </message>
    <message>
        <source>原图未到</source>
        <translation>Thumbnail only</translation>
    </message>
    <message>
        <source>上一张</source>
        <translation>Previous photo</translation>
    </message>
    <message>
        <source>下一张</source>
        <translation>Next photo</translation>
    </message>
</context>
<context>
    <name>viewmodels::PinModel</name>
    <message>
        <source>两次输入不一样，请再输一遍</source>
        <translation>The two are not the same, enter them again</translation>
    </message>
    <message>
        <source>密码须为 4 到 12 位数字</source>
        <translation>A PIN has 4 to 12 digits</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>设置密码</source>
        <translation>Set a PIN</translation>
    </message>
    <message>
        <source>输入密码</source>
        <translation>Enter PIN</translation>
    </message>
    <message>
        <source>4 到 12 位数字。打开应用时、十分钟没有操作后要输入；忘了要向办公室要新的注册码。</source>
        <translation>4 to 12 digits. Asked when the app opens and after ten minutes without a touch; if you forget it, the office has to give you a new code.</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>输错次数太多，%1 秒后再试</source>
        <translation>Too many wrong tries; try again in %1 s</translation>
    </message>
    <message>
        <source>密码不对，请再试</source>
        <translation>Wrong PIN, try again</translation>
    </message>
    <message>
        <source>再输一遍</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>设为密码</source>
        <translation>Set PIN</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>以后再设</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>忘记密码</source>
        <translation>Forgot PIN</translation>
    </message>
    <message>
        <source>输入现在的密码</source>
        <translation>Enter the current PIN</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>RankChange</name>
    <message>
        <source>上期未排名</source>
        <translation>Not ranked last time</translation>
    </message>
    <message>
        <source>上升 %1 位</source>
        <translation>Up %1 places</translation>
    </message>
    <message>
        <source>下降 %1 位</source>
        <translation>Down %1 places</translation>
    </message>
    <message>
        <source>与上期相同</source>
        <translation>Same place as last time</translation>
    </message>
</context>
<context>
    <name>RankColumn</name>
    <message>
        <source>取决于一人</source>
        <translation>depends on one inspector</translation>
    </message>
    <message>
        <source>并列</source>
        <translation>Tied</translation>
    </message>
    <message>
        <source>末位并列</source>
        <translation>Tied at the line</translation>
    </message>
    <message>
        <source>一票否决列入</source>
        <translation>Listed by veto</translation>
    </message>
    <message>
        <source>有一票否决</source>
        <translation>Has a veto</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>None yet</translation>
    </message>
</context>
<context>
    <name>RankRow</name>
    <message>
        <source>取决于一人</source>
        <translation>depends on one inspector</translation>
    </message>
    <message>
        <source>并列</source>
        <translation>Tied</translation>
    </message>
    <message>
        <source>有一票否决</source>
        <translation>Has a veto</translation>
    </message>
</context>
<context>
    <name>RankingHead</name>
    <message>
        <source>分组</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>进步最快</source>
        <translation>Most improved</translation>
    </message>
    <message>
        <source>进步最快，比%1</source>
        <translation>Most improved since %1</translation>
    </message>
    <message>
        <source>已审齐 %1 / %2 村，待审 %3，退回 %4，未查齐 %5</source>
        <translation>%1 of %2 villages fully approved, %3 waiting, %4 sent back, %5 incomplete</translation>
    </message>
    <message>
        <source>十佳</source>
        <translation>Ten best</translation>
    </message>
    <message>
        <source>十差</source>
        <translation>Ten worst</translation>
    </message>
    <message>
        <source>前 %1 名</source>
        <translation>Best %1</translation>
    </message>
    <message>
        <source>后 %1 名</source>
        <translation>Worst %1</translation>
    </message>
    <message>
        <source>全部 %1 村</source>
        <translation>All %1 villages</translation>
    </message>
    <message>
        <source>按%1排序</source>
        <translation>Sort by %1</translation>
    </message>
    <message>
        <source>名次</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>村</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>总分</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>（全部分组）</source>
        <translation> (all classes)</translation>
    </message>
</context>
<context>
    <name>viewmodels::RankingModel</name>
    <message>
        <source>其他</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>读取排名失败，请重开应用再试</source>
        <translation>The ranking cannot be read; open the app again</translation>
    </message>
</context>
<context>
    <name>RankingPage</name>
    <message>
        <source>评分尺度</source>
        <translation>Fairness</translation>
    </message>
    <message>
        <source>镇街排名</source>
        <translation>Towns</translation>
    </message>
    <message>
        <source>评分尺度对照</source>
        <translation>How inspectors score</translation>
    </message>
    <message>
        <source>排名</source>
        <translation>Ranking</translation>
    </message>
    <message>
        <source>换批次</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>还没有排名</source>
        <translation>No ranking yet</translation>
    </message>
    <message>
        <source>有检查审核通过并同步后，服务器算出排名。</source>
        <translation>The hub makes one when inspections are approved and synced.</translation>
    </message>
    <message>
        <source>再读一次</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>看哪一批</source>
        <translation>Which campaign</translation>
    </message>
    <message>
        <source>发布</source>
        <translation>Publish</translation>
    </message>
</context>
<context>
    <name>ReasonList</name>
    <message>
        <source>看检查</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>Refused</name>
    <message>
        <source>巡村</source>
        <translation>Xuncun</translation>
    </message>
</context>
<context>
    <name>RefusedNotice</name>
    <message>
        <source>本机数据没有改动，未传送的检查都还在。
%1
%2</source>
        <translation>Nothing on this tablet was changed; unsent inspections are all still there.
%1
%2</translation>
    </message>
</context>
<context>
    <name>RestOkButton</name>
    <message>
        <source>本类其余合格 (%1)</source>
        <translation>Rest OK (%1)</translation>
    </message>
</context>
<context>
    <name>ReviewChain</name>
    <message>
        <source>通过</source>
        <translation>approved</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>sent back</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>voided</translation>
    </message>
    <message>
        <source>调整</source>
        <translation>adjusted</translation>
    </message>
    <message>
        <source>调整前 %1 分：%2</source>
        <translation>%1 points before the adjustment: %2</translation>
    </message>
    <message>
        <source>证据齐全</source>
        <translation>Evidence complete</translation>
    </message>
    <message>
        <source>上期未整改</source>
        <translation>Not rectified since last time</translation>
    </message>
    <message>
        <source>退回时要检查人改什么</source>
        <translation>What the inspector is to correct</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>第 %1 次提交</source>
        <translation>Submission %1</translation>
    </message>
    <message>
        <source>（未生效）</source>
        <translation> (without effect)</translation>
    </message>
    <message>
        <source>证据链：%1</source>
        <translation>Chain of evidence: %1</translation>
    </message>
    <message>
        <source>确认否决</source>
        <translation>confirmed the veto</translation>
    </message>
    <message>
        <source>得分怎么来的</source>
        <translation>How the score comes about</translation>
    </message>
</context>
<context>
    <name>ReviewItemList</name>
    <message>
        <source>扣 %1</source>
        <translation>lost %1</translation>
    </message>
    <message>
        <source>%1 处</source>
        <translation>%1 found</translation>
    </message>
    <message>
        <source>缺证据</source>
        <translation>Evidence gap</translation>
    </message>
    <message>
        <source>已调整</source>
        <translation>Adjusted</translation>
    </message>
    <message>
        <source>否决</source>
        <translation>Veto</translation>
    </message>
    <message>
        <source>不适用</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>未查</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>未扣分</source>
        <translation>No loss</translation>
    </message>
</context>
<context>
    <name>viewmodels::ReviewModel</name>
    <message>
        <source>读取这份检查失败，请返回列表再打开</source>
        <translation>The inspection cannot be read; go back and open it again</translation>
    </message>
    <message>
        <source>平板上还没有这份检查，同步后再打开</source>
        <translation>This inspection is not on the tablet yet; open it after the next sync</translation>
    </message>
    <message>
        <source>退回要写明哪一项、怎么改</source>
        <translation>Say which item is to be corrected, and how</translation>
    </message>
    <message>
        <source>作废要写明原因</source>
        <translation>Say why it is void</translation>
    </message>
    <message>
        <source>分数应在 0 到 %1 之间</source>
        <translation>Points must be from 0 to %1</translation>
    </message>
    <message>
        <source>调整要写明原因</source>
        <translation>Say why it is adjusted</translation>
    </message>
    <message>
        <source>没有保存，请再试一次</source>
        <translation>Not saved; try again</translation>
    </message>
    <message>
        <source>%1 先做了决定（%2，%3），您的没有生效</source>
        <translation>%1 decided first (%2, %3); yours has no effect</translation>
    </message>
    <message>
        <source>您的决定没有生效：%1</source>
        <translation>Your decision has no effect: %1</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>approved</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>sent back</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>voided</translation>
    </message>
    <message>
        <source>调整</source>
        <translation>adjusted</translation>
    </message>
    <message>
        <source>确认否决</source>
        <translation>confirmed the veto</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>只有审核人可以决定</source>
        <translation>Only a reviewer may decide</translation>
    </message>
    <message>
        <source>不能审核自己的检查，请交给别人</source>
        <translation>You cannot review your own inspection; leave it to somebody else</translation>
    </message>
    <message>
        <source>照片到了 %1 / %2，齐了才能通过；现在可以退回</source>
        <translation>%1 of %2 photos have arrived. Approve when all are here; you can send it back now</translation>
    </message>
    <message>
        <source>在村 %1 分钟</source>
        <translation>%1 min on site</translation>
    </message>
    <message>
        <source>第 %1 次提交</source>
        <translation>Submission %1</translation>
    </message>
    <message>
        <source>上一份</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一份</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>调整</source>
        <translation>Adjust</translation>
    </message>
    <message>
        <source>退回 %1 项</source>
        <translation>Send back %1</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>本期</source>
        <translation>This time</translation>
    </message>
    <message>
        <source>上期 %1 · %2 处</source>
        <translation>Last time %1 · %2 found</translation>
    </message>
    <message>
        <source>上期</source>
        <translation>Last time</translation>
    </message>
    <message>
        <source>上期这一项没有照片</source>
        <translation>No photos of this item last time</translation>
    </message>
    <message>
        <source>没有上期检查</source>
        <translation>No inspection last time</translation>
    </message>
    <message>
        <source>收起上期</source>
        <translation>Hide last time</translation>
    </message>
    <message>
        <source>对照上期</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>有一票否决：先由一人确认，再由另一人通过</source>
        <translation>There is a veto: one person confirms, another approves</translation>
    </message>
    <message>
        <source>否决是您确认的，须由另一人通过</source>
        <translation>You confirmed the veto: another person must approve</translation>
    </message>
    <message>
        <source>确认否决</source>
        <translation>Confirm veto</translation>
    </message>
    <message>
        <source>显示水印</source>
        <translation>Watermark</translation>
    </message>
    <message>
        <source>收起水印</source>
        <translation>Hide watermark</translation>
    </message>
</context>
<context>
    <name>viewmodels::ReviewQueueModel</name>
    <message>
        <source>读取审核列表失败，请重开应用再试</source>
        <translation>The queue cannot be read; open the app again</translation>
    </message>
    <message>
        <source>全部批次</source>
        <translation>All campaigns</translation>
    </message>
    <message>
        <source>全部镇街</source>
        <translation>All towns</translation>
    </message>
    <message>
        <source>全部检查</source>
        <translation>All checks</translation>
    </message>
    <message>
        <source>全部检查人</source>
        <translation>All inspectors</translation>
    </message>
    <message>
        <source>没有保存，请再试一次</source>
        <translation>Not saved, please try again</translation>
    </message>
</context>
<context>
    <name>ReviewQueuePage</name>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>村名</source>
        <translation>Village name</translation>
    </message>
    <message>
        <source>筛选 %1</source>
        <translation>Filter %1</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>待审</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>已通过</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>再读一次</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>没有符合筛选的检查</source>
        <translation>No inspection passes the filter</translation>
    </message>
    <message>
        <source>这里没有要看的了</source>
        <translation>Nothing left to look at</translation>
    </message>
    <message>
        <source>检查人提交、平板同步后，会出现在这里。</source>
        <translation>Inspections appear here after they are submitted and synced.</translation>
    </message>
    <message>
        <source>取消筛选</source>
        <translation>Clear filter</translation>
    </message>
    <message>
        <source>筛选与排序</source>
        <translation>Filter and sort</translation>
    </message>
    <message>
        <source>排序</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>先提交的在前</source>
        <translation>Oldest first</translation>
    </message>
    <message>
        <source>疑点多的在前</source>
        <translation>Most doubtful first</translation>
    </message>
    <message>
        <source>分数低的在前</source>
        <translation>Lowest score first</translation>
    </message>
    <message>
        <source>按镇街和村</source>
        <translation>By town and village</translation>
    </message>
    <message>
        <source>只看有疑点的</source>
        <translation>Only with doubts</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>镇街</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>检查人</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>通过没有疑点的 %1 份</source>
        <translation>Approve the %1 without doubts</translation>
    </message>
    <message>
        <source>申诉</source>
        <translation>Appeals</translation>
    </message>
</context>
<context>
    <name>ScoreText</name>
    <message>
        <source>%1 分</source>
        <translation>%1 points</translation>
    </message>
    <message>
        <source>，扣 %1</source>
        <translation>, lost %1</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>村名、拼音首字母或别名</source>
        <translation>Name, initials or alias</translation>
    </message>
</context>
<context>
    <name>viewmodels::SettingsModel</name>
    <message>
        <source>本机数据读不出来，请重新打开应用；仍不行请联系管理员</source>
        <translation>The local store cannot be read; open the app again, and ask the administrator if that does not help</translation>
    </message>
    <message>
        <source>日志没有导出：存储空间不足</source>
        <translation>Log not exported: no space left</translation>
    </message>
    <message>
        <source>日志没有导出：没有日志，或存储空间不足</source>
        <translation>Log not exported: there is none, or no space left</translation>
    </message>
    <message>
        <source>设置没有保存：存储空间可能已满，请清理后再试</source>
        <translation>Setting not saved: the storage may be full; make room and try again</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>定位来源</source>
        <translation>Position source</translation>
    </message>
    <message>
        <source>换人或重新登记</source>
        <translation>Hand over or enrol again</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>强光</source>
        <translation>Sunlight</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>小</source>
        <translation>Small</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>大</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>特大</source>
        <translation>Largest</translation>
    </message>
    <message>
        <source>同步</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>检查记录用什么网络</source>
        <translation>Networks for records</translation>
    </message>
    <message>
        <source>不同步</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>仅免费网络</source>
        <translation>Free networks only</translation>
    </message>
    <message>
        <source>任何网络</source>
        <translation>Any network</translation>
    </message>
    <message>
        <source>照片用什么网络</source>
        <translation>Networks for photos</translation>
    </message>
    <message>
        <source>不传</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>免费网络是系统没有标为按流量计费的网络，例如 Wi-Fi。照片在记录之后传。</source>
        <translation>A free network is one that the system does not call metered, such as Wi-Fi. Photos go after records.</translation>
    </message>
    <message>
        <source>本机</source>
        <translation>This tablet</translation>
    </message>
    <message>
        <source>用户</source>
        <translation>User</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>设备编号</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>服务器</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>%1（数据 %2，Qt %3）</source>
        <translation>%1 (schema %2, Qt %3)</translation>
    </message>
    <message>
        <source>数据</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>剩余空间</source>
        <translation>Free space</translation>
    </message>
    <message>
        <source>日志已导出到 %1</source>
        <translation>Log exported to %1</translation>
    </message>
    <message>
        <source>导出日志</source>
        <translation>Export log</translation>
    </message>
    <message>
        <source>设置或更改密码</source>
        <translation>Set or change the PIN</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>System language</translation>
    </message>
</context>
<context>
    <name>SeverityText</name>
    <message>
        <source>一般</source>
        <translation>Ordinary</translation>
    </message>
    <message>
        <source>重大</source>
        <translation>Major</translation>
    </message>
    <message>
        <source>立即</source>
        <translation>At once</translation>
    </message>
</context>
<context>
    <name>SideSheet</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>在此签名</source>
        <translation>Sign here</translation>
    </message>
    <message>
        <source>重签</source>
        <translation>Sign again</translation>
    </message>
</context>
<context>
    <name>StateBar</name>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>没有保存：%1</source>
        <translation>Not saved: %1</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>未改动</source>
        <translation>No changes</translation>
    </message>
    <message>
        <source>无定位</source>
        <translation>No position</translation>
    </message>
    <message>
        <source>模拟定位</source>
        <translation>Mock position</translation>
    </message>
    <message>
        <source>都已送达</source>
        <translation>All arrived</translation>
    </message>
    <message>
        <source>待传 %1 条 · %2 张</source>
        <translation>To send: records %1 · photos %2</translation>
    </message>
    <message>
        <source>%1 条 · %2 张</source>
        <translation>Records %1 · photos %2</translation>
    </message>
    <message>
        <source>%1 分</source>
        <translation>%1 points</translation>
    </message>
    <message>
        <source>%1 颗卫星</source>
        <translation>%1 satellites</translation>
    </message>
</context>
<context>
    <name>StateChip</name>
    <message>
        <source>未查</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>待审</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>已通过</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>待传</source>
        <translation>To send</translation>
    </message>
    <message>
        <source>正在传</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>未送达</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>有冲突</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>In doubt</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>处</source>
        <translation>found</translation>
    </message>
    <message>
        <source>减一处</source>
        <translation>One less</translation>
    </message>
    <message>
        <source>加一处</source>
        <translation>One more</translation>
    </message>
</context>
<context>
    <name>SupervisorFlow</name>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>排名</source>
        <translation>Ranking</translation>
    </message>
    <message>
        <source>待传</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>%1 已通过</source>
        <translation>%1 approved</translation>
    </message>
    <message>
        <source>%1 已退回</source>
        <translation>%1 sent back</translation>
    </message>
    <message>
        <source>%1 已作废</source>
        <translation>%1 void</translation>
    </message>
    <message>
        <source>%1 已调整</source>
        <translation>%1 adjusted</translation>
    </message>
    <message>
        <source>%1 的否决已确认</source>
        <translation>Veto of %1 confirmed</translation>
    </message>
    <message>
        <source>整改</source>
        <translation>Rectification</translation>
    </message>
    <message>
        <source>已通过 %1 份</source>
        <translation>%1 approved</translation>
    </message>
    <message>
        <source>已通过 %1 份，%2 份没有通过，请逐份看</source>
        <translation>%1 approved, %2 not: please look at them</translation>
    </message>
    <message>
        <source>总览</source>
        <translation>Overview</translation>
    </message>
</context>
<context>
    <name>TodayHead</name>
    <message>
        <source>完成 %1 / %2 村</source>
        <translation>%1 of %2 villages done</translation>
    </message>
    <message>
        <source>退回 %1</source>
        <translation>%1 sent back</translation>
    </message>
    <message>
        <source>村名、拼音首字母、别名或镇街</source>
        <translation>Name, initials, alias or town</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>未完成</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>按镇街</source>
        <translation>By town</translation>
    </message>
    <message>
        <source>按村名</source>
        <translation>By name</translation>
    </message>
    <message>
        <source>由近到远</source>
        <translation>Nearest first</translation>
    </message>
</context>
<context>
    <name>viewmodels::TodayModel</name>
    <message>
        <source>本机数据读不出来，请重新打开应用；仍不行请联系管理员</source>
        <translation>The local store cannot be read; open the app again, and ask the administrator if that does not help</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>没有找到“%1”</source>
        <translation>Nothing found for &quot;%1&quot;</translation>
    </message>
    <message>
        <source>还没有分配给你的村</source>
        <translation>No villages assigned to you yet</translation>
    </message>
    <message>
        <source>这里没有村</source>
        <translation>No villages here</translation>
    </message>
    <message>
        <source>换个写法：村名的一部分、拼音首字母、镇街名都可以。</source>
        <translation>Try part of the name, its initials, or the town.</translation>
    </message>
    <message>
        <source>联网同步后会自动出现；仍没有请问办公室。</source>
        <translation>They appear after the next sync; if not, ask the office.</translation>
    </message>
</context>
<context>
    <name>UndoToast</name>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>UnsentButton</name>
    <message>
        <source>待传 %1 条 · %2 张（%3）</source>
        <translation>To send: records %1 · photos %2 (%3)</translation>
    </message>
</context>
<context>
    <name>SheetTitle</name>
    <message>
        <source>%1（回头看）</source>
        <translation>%1 (look-back)</translation>
    </message>
</context>
<context>
    <name>viewmodels::VillageModel</name>
    <message>
        <source>本机数据读不出来，请重新打开应用；仍不行请联系管理员</source>
        <translation>The local store cannot be read; open the app again, and ask the administrator if that does not help</translation>
    </message>
    <message>
        <source>没有保存：本机数据读写出错，请重新打开应用</source>
        <translation>Not saved: the local store failed; open the app again</translation>
    </message>
</context>
<context>
    <name>VillagePage</name>
    <message>
        <source>%1 · %2 km</source>
        <translation>%1 · %2 km</translation>
    </message>
    <message>
        <source>又名 %1</source>
        <translation>Also called %1</translation>
    </message>
    <message>
        <source>历次检查</source>
        <translation>Earlier inspections</translation>
    </message>
    <message>
        <source>%1 · %2 m</source>
        <translation>%1 · %2 m</translation>
    </message>
    <message>
        <source>放弃这次检查？</source>
        <translation>Discard this check?</translation>
    </message>
    <message>
        <source>这次记下的答案、问题和照片会从本机删去，不能恢复。已经提交过的内容不受影响。</source>
        <translation>Its answers, findings and photos go from this tablet for good. What was submitted before stays.</translation>
    </message>
    <message>
        <source>放弃</source>
        <translation>Discard</translation>
    </message>
</context>
<context>
    <name>VillageRow</name>
    <message>
        <source>%1 · %2 m</source>
        <translation>%1 · %2 m</translation>
    </message>
    <message>
        <source>%1 · %2 km</source>
        <translation>%1 · %2 km</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Sent back</translation>
    </message>
</context>
<context>
    <name>VillageSignature</name>
    <message>
        <source>村干部签名</source>
        <translation>Village cadre&apos;s signature</translation>
    </message>
    <message>
        <source>村干部在此签名</source>
        <translation>Village cadre signs here</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>拒签的原因</source>
        <translation>Why the signature was refused</translation>
    </message>
    <message>
        <source>为什么没有人在场</source>
        <translation>Why nobody was there</translation>
    </message>
    <message>
        <source>签名</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>拒签</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>无人</source>
        <translation>Nobody there</translation>
    </message>
</context>
<context>
    <name>VisitRow</name>
    <message>
        <source>%1 · %2 · %3 处问题</source>
        <translation>%1 · %2 · %3 found</translation>
    </message>
</context>
<context>
    <name>viewmodels::Action</name>
    <message>
        <source>没有保存：本机数据读写出错，请重新打开应用</source>
        <translation>Not saved: the local store failed; open the app again</translation>
    </message>
</context>
<context>
    <name>AfterPhotoPage</name>
    <message>
        <source>北</source>
        <translation>north</translation>
    </message>
    <message>
        <source>东北</source>
        <translation>north-east</translation>
    </message>
    <message>
        <source>东</source>
        <translation>east</translation>
    </message>
    <message>
        <source>东南</source>
        <translation>south-east</translation>
    </message>
    <message>
        <source>南</source>
        <translation>south</translation>
    </message>
    <message>
        <source>西南</source>
        <translation>south-west</translation>
    </message>
    <message>
        <source>西</source>
        <translation>west</translation>
    </message>
    <message>
        <source>西北</source>
        <translation>north-west</translation>
    </message>
    <message>
        <source>拍整改后照片</source>
        <translation>Photo afterwards</translation>
    </message>
    <message>
        <source>原照片没有位置，按画面对准</source>
        <translation>The old photo has no position: match the picture</translation>
    </message>
    <message>
        <source>就在原位置附近（%1 米）</source>
        <translation>At the old spot (%1 m)</translation>
    </message>
    <message>
        <source>原位置在%1方 %2 米</source>
        <translation>Old spot %1, %2 m</translation>
    </message>
    <message>
        <source>正在保存 %1 张</source>
        <translation>Saving %1</translation>
    </message>
    <message>
        <source>已存 %1 张</source>
        <translation>%1 saved</translation>
    </message>
    <message>
        <source>对准原照片，拍同一位置</source>
        <translation>Match the old photo, same spot</translation>
    </message>
    <message>
        <source>隐藏原照片</source>
        <translation>Hide old photo</translation>
    </message>
    <message>
        <source>显示原照片</source>
        <translation>Show old photo</translation>
    </message>
    <message>
        <source>相册</source>
        <translation>Gallery</translation>
    </message>
    <message>
        <source>拍照</source>
        <translation>Take photo</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>选择照片</source>
        <translation>Choose photos</translation>
    </message>
    <message>
        <source>照片 (*.jpg *.jpeg *.JPG *.JPEG)</source>
        <translation>Photos (*.jpg *.jpeg *.JPG *.JPEG)</translation>
    </message>
    <message>
        <source>本机还没有定位，按画面对准</source>
        <translation>This tablet has no position yet: match the picture</translation>
    </message>
    <message>
        <source>从相册选同一位置的整改后照片</source>
        <translation>Choose photos of the same spot</translation>
    </message>
</context>
<context>
    <name>CompareSlider</name>
    <message>
        <source>整改前后对照</source>
        <translation>Before and after</translation>
    </message>
    <message>
        <source>照片还没有下载到本机，联网后会来</source>
        <translation>The photos come with the next sync</translation>
    </message>
    <message>
        <source>整改前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>整改后</source>
        <translation>After</translation>
    </message>
</context>
<context>
    <name>ContactFlow</name>
    <message>
        <source>整改</source>
        <translation>Rectification</translation>
    </message>
    <message>
        <source>待传</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>总览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>刷新</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>已通过</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>待审 %1</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>待审</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>已退回 %1</source>
        <translation>%1 sent back</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>各镇街进度</source>
        <translation>Progress by town</translation>
    </message>
    <message>
        <source>得分分布</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>最多的问题</source>
        <translation>Most frequent findings</translation>
    </message>
    <message>
        <source>还没有审核通过的问题</source>
        <translation>No approved findings yet</translation>
    </message>
    <message>
        <source>逾期整改</source>
        <translation>Overdue rectifications</translation>
    </message>
    <message>
        <source>没有逾期的整改</source>
        <translation>Nothing is overdue</translation>
    </message>
    <message>
        <source>换批次</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>应查 %1</source>
        <translation>%1 expected</translation>
    </message>
    <message>
        <source>应查</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>已通过 %1</source>
        <translation>%1 approved</translation>
    </message>
    <message>
        <source>未查 %1</source>
        <translation>%1 not checked</translation>
    </message>
    <message>
        <source>未查</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>再读一次</source>
        <translation>Read again</translation>
    </message>
</context>
<context>
    <name>viewmodels::RectificationListModel</name>
    <message>
        <source>本机数据读不出来，请重新打开应用；仍不行请联系管理员</source>
        <translation>This tablet's data cannot be read. Open the app again; if that does not help, ask the administrator</translation>
    </message>
    <message>
        <source>没有保存，请再试一次</source>
        <translation>Not saved, please try again</translation>
    </message>
    <message>
        <source>%1 项没有销号，请刷新后再看</source>
        <translation>%1 not closed: refresh and look again</translation>
    </message>
</context>
<context>
    <name>RectificationListPage</name>
    <message>
        <source>整改</source>
        <translation>Rectification</translation>
    </message>
    <message>
        <source>整改率 %1%，按期 %2 / %3</source>
        <translation>%1% rectified, %2 of %3 on time</translation>
    </message>
    <message>
        <source>待下发</source>
        <translation>To issue</translation>
    </message>
    <message>
        <source>村里整改</source>
        <translation>With village</translation>
    </message>
    <message>
        <source>待复查</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>已销号</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>限 %1</source>
        <translation>due %1</translation>
    </message>
    <message>
        <source>上期未整改</source>
        <translation>not rectified since last time</translation>
    </message>
    <message>
        <source>这里没有要整改的问题</source>
        <translation>Nothing to rectify here</translation>
    </message>
    <message>
        <source>审核通过的扣分，凡要求整改的都会到这里。</source>
        <translation>Approved findings that are to be rectified come here.</translation>
    </message>
    <message>
        <source>通知单文号（必填）</source>
        <translation>Number of the notice (required)</translation>
    </message>
    <message>
        <source>各镇街</source>
        <translation>By town</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>责任单位</source>
        <translation>Responsible body</translation>
    </message>
    <message>
        <source>下发 %1 项</source>
        <translation>Issue %1</translation>
    </message>
    <message>
        <source>销号 %1 项</source>
        <translation>Close %1</translation>
    </message>
    <message>
        <source>如 整改〔2026〕3号</source>
        <translation>e.g. 整改〔2026〕3号</translation>
    </message>
    <message>
        <source>不填为各村</source>
        <translation>empty: each village</translation>
    </message>
</context>
<context>
    <name>viewmodels::RectificationModel</name>
    <message>
        <source>读取这项整改失败，请返回列表再打开</source>
        <translation>This task could not be read. Go back and open it again</translation>
    </message>
    <message>
        <source>没有保存，请再试一次</source>
        <translation>Not saved, please try again</translation>
    </message>
    <message>
        <source>照片没有保存，请重拍</source>
        <translation>The photo was not saved, take it again</translation>
    </message>
    <message>
        <source>下发</source>
        <translation>issued</translation>
    </message>
    <message>
        <source>开始整改</source>
        <translation>begun</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>reported</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>returned</translation>
    </message>
    <message>
        <source>复查通过</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>销号</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>（未生效）</source>
        <translation> (without effect)</translation>
    </message>
</context>
<context>
    <name>RectificationPage</name>
    <message>
        <source>退回：%1</source>
        <translation>Returned: %1</translation>
    </message>
    <message>
        <source>上期未整改，再次发现</source>
        <translation>Not rectified since last time, found again</translation>
    </message>
    <message>
        <source>限 %1 前整改</source>
        <translation>To be rectified by %1</translation>
    </message>
    <message>
        <source>还没有下发；下发后开始计期限</source>
        <translation>Not issued yet; the deadline counts from when it is</translation>
    </message>
    <message>
        <source>责任单位：%1</source>
        <translation>Responsible: %1</translation>
    </message>
    <message>
        <source>还有 %1 张整改照片没有到齐</source>
        <translation>Photos still to arrive: %1</translation>
    </message>
    <message>
        <source>怎么整改的（可不写）</source>
        <translation>What was done (optional)</translation>
    </message>
    <message>
        <source>退回的原因（退回时必填）</source>
        <translation>Why it is returned (required to return it)</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>再拍一张（已有 %1）</source>
        <translation>One more photo (%1 so far)</translation>
    </message>
    <message>
        <source>拍整改后照片</source>
        <translation>Photo afterwards</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>复查通过</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>销号</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>开始整改</source>
        <translation>Begin</translation>
    </message>
</context>
<context>
    <name>TaskChip</name>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>待下发</source>
        <translation>To issue</translation>
    </message>
    <message>
        <source>已下发</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>整改中</source>
        <translation>Being rectified</translation>
    </message>
    <message>
        <source>已反馈</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>已复查</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>已销号</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Cancelled</translation>
    </message>
</context>
<context>
    <name>viewmodels::AppealModel</name>
    <message>
        <source>读取申诉失败，请返回再打开</source>
        <translation>Reading the appeals failed: go back and open it again</translation>
    </message>
    <message>
        <source>没有保存，请再试一次</source>
        <translation>Not saved, please try again</translation>
    </message>
    <message>
        <source>分数应在 0 到 %1 之间</source>
        <translation>Between 0 and %1 points</translation>
    </message>
</context>
<context>
    <name>AppealPanel</name>
    <message>
        <source>申诉</source>
        <translation>Appeals</translation>
    </message>
    <message>
        <source>等答复</source>
        <translation>Waiting for an answer</translation>
    </message>
    <message>
        <source>成立，改为 %1 分</source>
        <translation>Granted: %1 points now</translation>
    </message>
    <message>
        <source>维持扣分</source>
        <translation>The deduction stands</translation>
    </message>
    <message>
        <source>维持扣分</source>
        <comment>button</comment>
        <translation>Uphold the deduction</translation>
    </message>
    <message>
        <source>成立，改分</source>
        <translation>Grant</translation>
    </message>
    <message>
        <source>认为成立的，请交给可以调整分数的人答复</source>
        <translation>To grant it, hand it to somebody who may adjust points</translation>
    </message>
    <message>
        <source>登记村里的申诉</source>
        <translation>Enter the village&apos;s appeal</translation>
    </message>
    <message>
        <source>对扣分申诉</source>
        <translation>Contest this deduction</translation>
    </message>
    <message>
        <source>申诉截止 %1</source>
        <translation>Appeals until %1</translation>
    </message>
</context>
<context>
    <name>AppealSheet</name>
    <message>
        <source>申诉</source>
        <translation>Appeal</translation>
    </message>
    <message>
        <source>申诉成立</source>
        <translation>Grant the appeal</translation>
    </message>
    <message>
        <source>维持扣分</source>
        <translation>Uphold the deduction</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>提出申诉</source>
        <translation>Contest</translation>
    </message>
    <message>
        <source>成立，改分</source>
        <translation>Grant</translation>
    </message>
    <message>
        <source>写明哪里不对、依据是什么。主管答复前分数不变。</source>
        <translation>Say what is wrong and what shows it. The points stay until a supervisor answers.</translation>
    </message>
    <message>
        <source>这一项从现在起按新的分数计，原分数仍然看得到；已发布的排名要重新发布更正。</source>
        <translation>The item counts with the new points from now on, the old ones stay visible; a published ranking must be corrected.</translation>
    </message>
    <message>
        <source>扣分不变，理由会发给村里。</source>
        <translation>The deduction stays; the village reads the reason.</translation>
    </message>
    <message>
        <source>改为多少分</source>
        <translation>New points</translation>
    </message>
    <message>
        <source>申诉的理由</source>
        <translation>Reason for the appeal</translation>
    </message>
    <message>
        <source>答复的理由</source>
        <translation>Reason for the answer</translation>
    </message>
    <message>
        <source>0 到 %1 分</source>
        <translation>0 to %1 points</translation>
    </message>
</context>
<context>
    <name>MapSketch</name>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>村的位置未知，只看照片之间的远近</source>
        <translation>The village&apos;s place is not known: only how far the photos are apart</translation>
    </message>
    <message>
        <source>照片离村 %1 米</source>
        <translation>Photos %1 m from the village</translation>
    </message>
    <message>
        <source>照片离村 %1 到 %2 米</source>
        <translation>Photos %1 to %2 m from the village</translation>
    </message>
    <message>
        <source>%1 米</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>北↑</source>
        <translation>N↑</translation>
    </message>
</context>
<context>
    <name>RevisionDiff</name>
    <message>
        <source>未查</source>
        <translation>not checked</translation>
    </message>
    <message>
        <source>合格</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>有问题</source>
        <translation>problem</translation>
    </message>
    <message>
        <source>不适用</source>
        <translation>not applicable</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>改分</source>
        <translation>points changed</translation>
    </message>
    <message>
        <source>第 %1 次提交</source>
        <translation>submission %1</translation>
    </message>
    <message>
        <source>%1 → %2 分</source>
        <translation>Points: %1 → %2</translation>
    </message>
    <message>
        <source>%1 → %2 处</source>
        <translation>Findings: %1 → %2</translation>
    </message>
    <message>
        <source>%1 → %2 张</source>
        <translation>Photos: %1 → %2</translation>
    </message>
    <message>
        <source>因为：%1</source>
        <translation>because: %1</translation>
    </message>
    <message>
        <source>整份检查</source>
        <translation>The whole inspection</translation>
    </message>
</context>
<context>
    <name>TownFiguresSheet</name>
    <message>
        <source>各镇街整改</source>
        <translation>Rectification by town</translation>
    </message>
    <message>
        <source>还没有下发过整改</source>
        <translation>Nothing has been issued yet</translation>
    </message>
    <message>
        <source>下发 %1，完成 %2：按期 %3，逾期完成 %4</source>
        <translation>%1 issued, %2 done: %3 on time, %4 late</translation>
    </message>
    <message>
        <source>逾期未改 %1</source>
        <translation>%1 overdue</translation>
    </message>
    <message>
        <source>没有下发</source>
        <translation>Nothing issued</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>%1 还没有检查</source>
        <translation>%1 not checked yet</translation>
    </message>
    <message>
        <source>%1 不在这张检查表里</source>
        <translation>%1 is not on this sheet</translation>
    </message>
    <message>
        <source>%1 有两份答案，请只留一份</source>
        <translation>%1 has two answers; keep one</translation>
    </message>
    <message>
        <source>%1 不能选“不适用”</source>
        <translation>%1 cannot be &quot;not applicable&quot;</translation>
    </message>
    <message>
        <source>%1 标为有问题，但没有记下问题</source>
        <translation>%1 is marked as found, but nothing is written down</translation>
    </message>
    <message>
        <source>%1 选了“不适用”，却记有问题</source>
        <translation>%1 is &quot;not applicable&quot;, yet has findings</translation>
    </message>
    <message>
        <source>%1 没有选缺的是哪一种</source>
        <translation>%1 does not say which kind is missing</translation>
    </message>
    <message>
        <source>%1 没有选属于哪一档</source>
        <translation>%1 does not say which step</translation>
    </message>
    <message>
        <source>%1 没有选是哪一户</source>
        <translation>%1 does not say which household</translation>
    </message>
    <message>
        <source>%1 缺照片，请补拍</source>
        <translation>%1 lacks a photo; please take one</translation>
    </message>
    <message>
        <source>%1 扣了分，请拍台账</source>
        <translation>%1 lost points; please photograph the ledger</translation>
    </message>
    <message>
        <source>%1 建议拍一张台账</source>
        <translation>%1 a photo of the ledger is advised</translation>
    </message>
    <message>
        <source>%1 只认现场拍摄的照片，相册里的不算</source>
        <translation>%1 counts only photos taken in the app</translation>
    </message>
    <message>
        <source>%1 没有扣分规则“%2”</source>
        <translation>%1 has no rule &quot;%2&quot;</translation>
    </message>
    <message>
        <source>%1 有 %2 户不合格，却只走访了 %3 户</source>
        <translation>%1 has %2 failing households, but only %3 were visited</translation>
    </message>
    <message>
        <source>%1 需要 %2 张照片，只有 %3 张，请补拍</source>
        <translation>%1 wants %2 photos and has %3; please take the rest</translation>
    </message>
    <message>
        <source>%1 没有填实测值或大小</source>
        <translation>%1 has no measured value or size</translation>
    </message>
    <message>
        <source>没有适用的项目，请至少检查一项</source>
        <translation>No item applies; please check at least one</translation>
    </message>
    <message>
        <source>%1 缺照片，请拍远景、近景各一张</source>
        <translation>%1 lacks photos; please take one of the surroundings and one close up</translation>
    </message>
    <message>
        <source>%1 缺远景照片，请补拍</source>
        <translation>%1 lacks the wide photo (the surroundings); please take it</translation>
    </message>
    <message>
        <source>%1 缺近景照片，请补拍</source>
        <translation>%1 lacks the close-up photo; please take it</translation>
    </message>
    <message>
        <source>%1 需要 %2 张照片（远景、近景都要有），只有 %3 张，请补拍</source>
        <translation>%1 wants %2 photos (surroundings and close-up) and has %3; please take the rest</translation>
    </message>
    <message>
        <source>%1 需要 %2 张照片（还缺远景），只有 %3 张，请补拍</source>
        <translation>%1 wants %2 photos (the wide one is missing) and has %3; please take the rest</translation>
    </message>
    <message>
        <source>%1 需要 %2 张照片（还缺近景），只有 %3 张，请补拍</source>
        <translation>%1 wants %2 photos (the close-up is missing) and has %3; please take the rest</translation>
    </message>
    <message>
        <source>%1 处没有照片（这一项共 %2 张）</source>
        <translation>%1 without a photo (the item has %2)</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>%1 处 × %2 = %3</source>
        <translation>Findings: %1 × %2 = %3</translation>
    </message>
    <message>
        <source>%1 种 × %2 = %3</source>
        <translation>Kinds: %1 × %2 = %3</translation>
    </message>
    <message>
        <source>%1 户 × %2 = %3</source>
        <translation>%1 × %2 = %3</translation>
    </message>
    <message>
        <source>%1 项 × %2 = %3</source>
        <translation>Items: %1 × %2 = %3</translation>
    </message>
    <message>
        <source>一次性扣 %1</source>
        <translation>%1 points, once</translation>
    </message>
    <message>
        <source>此项不得分，扣 %1</source>
        <translation>no points for this item, −%1</translation>
    </message>
    <message>
        <source>%1，扣 %2</source>
        <translation>%1, −%2</translation>
    </message>
    <message>
        <source>未做到，不得 %1</source>
        <translation>not done, %1 not given</translation>
    </message>
    <message>
        <source>不计分</source>
        <translation>no points</translation>
    </message>
    <message>
        <source>%1，此条封顶 %2</source>
        <translation>%1, capped at %2</translation>
    </message>
    <message>
        <source>%1；其中上期未整改 %2，按 %3% 扣，共扣 %4</source>
        <translation>%1; of these not rectified since last time: %2, at %3%, %4 in all</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 处中超过 %2 的 %3 处 × %4 = %5</source>
        <translation>Findings: %1, of these over %2: %3 × %4 = %5</translation>
    </message>
    <message>
        <source>实查 %1 户中 %2 户，按应查 %3 户折算：%2 × %4 × %3 ÷ %1 = %5</source>
        <translation>%2 of %1 households visited, scaled to the %3 planned: %2 × %4 × %3 ÷ %1 = %5</translation>
    </message>
    <message>
        <source>达到标准，不扣分</source>
        <translation>meets the standard, nothing taken</translation>
    </message>
    <message>
        <source>低于标准 %1%2，%3 档 × %4 = %5</source>
        <translation>%1%2 below the standard, %3 steps × %4 = %5</translation>
    </message>
    <message>
        <source>超过标准 %1%2，%3 档 × %4 = %5</source>
        <translation>%1%2 above the standard, %3 steps × %4 = %5</translation>
    </message>
    <message>
        <source>一票否决</source>
        <translation>veto</translation>
    </message>
    <message>
        <source>扣完为止：应扣 %1，实扣 %2</source>
        <translation>capped at the item&apos;s points: %1 due, %2 taken</translation>
    </message>
</context>
<context>
    <name>FaultWords</name>
    <message>
        <source>第 %1 张照片的内容、时间或位置与拍摄时不符</source>
        <translation>Photo %1: content, time or place is not what it was when taken</translation>
    </message>
    <message>
        <source>第 %1 张照片重复登记</source>
        <translation>Photo %1 is entered twice</translation>
    </message>
    <message>
        <source>第 %1 张照片与前面一张是同一张图</source>
        <translation>Photo %1 is the same picture as an earlier one</translation>
    </message>
    <message>
        <source>第 %1 张照片之前的照片被移除</source>
        <translation>A photo before photo %1 was taken out</translation>
    </message>
    <message>
        <source>第 %1 张照片之后的照片被移除</source>
        <translation>Photos after photo %1 were taken out</translation>
    </message>
    <message>
        <source>第 %1 张照片像是事后插入的</source>
        <translation>Photo %1 was put in later</translation>
    </message>
    <message>
        <source>第 %1 张照片的时间早于它之前的照片</source>
        <translation>Photo %1 is earlier than the one before it</translation>
    </message>
    <message>
        <source>这一版没有设备签名</source>
        <translation>This revision has no seal</translation>
    </message>
    <message>
        <source>签名算法本版本不认识，请升级后再核对</source>
        <translation>This version does not know how it was sealed; update and look again</translation>
    </message>
    <message>
        <source>签名不是这台设备的</source>
        <translation>It was sealed by another tablet</translation>
    </message>
    <message>
        <source>这一版提交后被改动过</source>
        <translation>This revision was changed after it was submitted</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>申诉人与提交人不是同一人</source>
        <translation>The appeal names another person than the one who sent it</translation>
    </message>
    <message>
        <source>这份申诉已有答复，请刷新</source>
        <translation>This appeal has been answered; refresh</translation>
    </message>
    <message>
        <source>没有权限为这个村申诉</source>
        <translation>You may not appeal for this village</translation>
    </message>
    <message>
        <source>服务器没有这次检查</source>
        <translation>The hub does not have this inspection</translation>
    </message>
    <message>
        <source>检查里没有被申诉的这一项</source>
        <translation>The inspection does not have the contested item</translation>
    </message>
    <message>
        <source>已过申诉截止时间，不能再提出</source>
        <translation>The time for appeals is over</translation>
    </message>
    <message>
        <source>只能对已通过的那一版提出申诉</source>
        <translation>Only what was approved can be contested</translation>
    </message>
    <message>
        <source>这一项已有申诉在等答复</source>
        <translation>An appeal about this item is waiting for its answer</translation>
    </message>
    <message>
        <source>请写明申诉的理由</source>
        <translation>Give the reason for the appeal</translation>
    </message>
    <message>
        <source>申诉由村里提出，或由主管代为登记</source>
        <translation>Appeals come from the village, or a supervisor enters them for it</translation>
    </message>
    <message>
        <source>这个村不在您的范围内</source>
        <translation>This village is not yours</translation>
    </message>
    <message>
        <source>没有这份申诉，请刷新后再试</source>
        <translation>There is no such appeal; refresh and try again</translation>
    </message>
    <message>
        <source>这台平板已停用，请联系管理员</source>
        <translation>This tablet was revoked; ask the administrator</translation>
    </message>
    <message>
        <source>没有权限</source>
        <translation>You may not do this</translation>
    </message>
    <message>
        <source>这台平板没有登记或登记已失效，请重新登记</source>
        <translation>This tablet is not enrolled, or no longer; enrol it again</translation>
    </message>
    <message>
        <source>相机没有响应，请再拍一次</source>
        <translation>The camera does not answer; take it again</translation>
    </message>
    <message>
        <source>还有照片正在保存，请稍等再提交</source>
        <translation>Photos are still being saved; submit in a moment</translation>
    </message>
    <message>
        <source>还没有检查人签名，请签名后再提交</source>
        <translation>The inspector has not signed; sign before submitting</translation>
    </message>
    <message>
        <source>还没有村干部签名，也没有写明拒签或无人，请补上后再提交</source>
        <translation>The village has not signed, and neither a refusal nor an absence is stated; add it before submitting</translation>
    </message>
    <message>
        <source>有的位置没有定位或不准，请写明原因后再提交</source>
        <translation>Some places have no or a poor position; say why before submitting</translation>
    </message>
    <message>
        <source>没有拍成，请再拍一次</source>
        <translation>No photo was taken; try again</translation>
    </message>
    <message>
        <source>没有可用的照片</source>
        <translation>There is no camera and no photo to take</translation>
    </message>
    <message>
        <source>批次已结束</source>
        <translation>The campaign is closed</translation>
    </message>
    <message>
        <source>没有这个批次，请刷新后再试</source>
        <translation>There is no such campaign; refresh and try again</translation>
    </message>
    <message>
        <source>评分表还没有同步到本机，请联网后再试</source>
        <translation>The checklist is not on this tablet yet; connect and try again</translation>
    </message>
    <message>
        <source>本批次没有这张评分表，请刷新后再试</source>
        <translation>This campaign does not use this checklist; refresh and try again</translation>
    </message>
    <message>
        <source>数据文件夹建不了，请检查路径和权限</source>
        <translation>The data folder cannot be made; check its path and rights</translation>
    </message>
    <message>
        <source>本机尚未登记，请先登记</source>
        <translation>This tablet is not enrolled yet</translation>
    </message>
    <message>
        <source>本机尚未初始化，请重新打开应用</source>
        <translation>This tablet is not prepared; open the app again</translation>
    </message>
    <message>
        <source>平板已停用，记录已保存，等管理员处理</source>
        <translation>This tablet was revoked; the record is kept for the administrator</translation>
    </message>
    <message>
        <source>同一对象还有一份未完成的检查，请先完成或删除它</source>
        <translation>Another check of the same place is unfinished; finish or delete it first</translation>
    </message>
    <message>
        <source>这份检查已提交或已删除，请返回列表</source>
        <translation>This check was submitted or deleted; go back to the list</translation>
    </message>
    <message>
        <source>没有保存，请重新打开应用再试</source>
        <translation>Not saved; open the app again and retry</translation>
    </message>
    <message>
        <source>登记码不对、已用过或已过期</source>
        <translation>The code is wrong, used or out of date</translation>
    </message>
    <message>
        <source>登记码试错次数太多，请过一会儿再试</source>
        <translation>Too many wrong codes; try again later</translation>
    </message>
    <message>
        <source>本机还有别人未发送的工作，请先由本人同步后再换人登记</source>
        <translation>Somebody else's work on this tablet is not sent yet; they have to sync first</translation>
    </message>
    <message>
        <source>服务器换过数据库，平板会重新核对并补传</source>
        <translation>The hub was restored; the tablet compares and sends what is missing</translation>
    </message>
    <message>
        <source>可查看的范围有变化，平板会重新读取</source>
        <translation>What you may see changed; it is read again</translation>
    </message>
    <message>
        <source>无法读取文件</source>
        <translation>The file cannot be read</translation>
    </message>
    <message>
        <source>这一处问题已不在，照片未保存</source>
        <translation>This finding is gone; the photo was not kept</translation>
    </message>
    <message>
        <source>一项最多记 200 处</source>
        <translation>An item takes 200 findings at most</translation>
    </message>
    <message>
        <source>转交的记录与签名不符</source>
        <translation>What was handed over is not what its tablet signed</translation>
    </message>
    <message>
        <source>服务器的答复有误，稍后自动重试</source>
        <translation>The hub's answer is malformed; it is tried again</translation>
    </message>
    <message>
        <source>内容有误，稍后自动重试</source>
        <translation>The data is malformed; it is tried again</translation>
    </message>
    <message>
        <source>户数须在 0 到 1000 之间</source>
        <translation>Households are between 0 and 1000</translation>
    </message>
    <message>
        <source>这不是登记链接，请重新扫描或复制</source>
        <translation>This is no enrolment link; scan or copy it again</translation>
    </message>
    <message>
        <source>服务器已有这份草稿的更新版本</source>
        <translation>The hub has a newer version of this draft</translation>
    </message>
    <message>
        <source>登记请求没有用平板自己的密钥签名，请升级平板程序后再试</source>
        <translation>The enrolment was not signed with the tablet's own key; update the app and try again</translation>
    </message>
    <message>
        <source>今天上传了太多不属于任何记录的照片，请稍后再试</source>
        <translation>Too many photos that belong to no record were sent today; try again later</translation>
    </message>
    <message>
        <source>服务器正在从备份恢复，稍后自动重试</source>
        <translation>The hub is being restored; it is tried again</translation>
    </message>
    <message>
        <source>服务器暂时无法处理，稍后会自动重试</source>
        <translation>The hub is busy; it is tried again</translation>
    </message>
    <message>
        <source>服务器磁盘已满；数据仍在平板上，会自动再传</source>
        <translation>The hub's disk is full. Everything stays here and is sent again</translation>
    </message>
    <message>
        <source>服务器内部错误，请告知管理员</source>
        <translation>The hub failed; tell the administrator</translation>
    </message>
    <message>
        <source>服务器没有接受这个请求，稍后自动重试</source>
        <translation>The hub did not take this; it is tried again</translation>
    </message>
    <message>
        <source>服务器的答复无法识别，请检查两边的版本；稍后自动重试</source>
        <translation>The hub's answer is not understood; check both versions. It is tried again</translation>
    </message>
    <message>
        <source>修改版回应的不是最近一次退回</source>
        <translation>The correction answers another return than the newest</translation>
    </message>
    <message>
        <source>批次不存在、未发布或已结束</source>
        <translation>The campaign is unknown, not published or closed</translation>
    </message>
    <message>
        <source>修改版换了检查对象</source>
        <translation>The correction is about another place</translation>
    </message>
    <message>
        <source>这个批次不用这个版本的检查表</source>
        <translation>The campaign does not use this version of the checklist</translation>
    </message>
    <message>
        <source>服务器没有这个版本的检查表</source>
        <translation>The hub does not have this version of the checklist</translation>
    </message>
    <message>
        <source>标注不属于这次检查的照片，或重复</source>
        <translation>A drawing belongs to no photo of this inspection, or is doubled</translation>
    </message>
    <message>
        <source>检查编号不是有效的 UUID</source>
        <translation>The inspection's id is not valid</translation>
    </message>
    <message>
        <source>检查还缺答案或证据</source>
        <translation>The inspection lacks answers or proof</translation>
    </message>
    <message>
        <source>检查人与提交人不是同一人</source>
        <translation>The inspector is not the one who sent it</translation>
    </message>
    <message>
        <source>这个村的这项检查没有分给该检查员；服务器已保留，请办公室核实收入</source>
        <translation>This check is not assigned to you. The hub keeps it; ask the office to accept it</translation>
    </message>
    <message>
        <source>只能修改自己的检查</source>
        <translation>You can only change your own checks</translation>
    </message>
    <message>
        <source>这次检查没有被退回，不能修改</source>
        <translation>This inspection was not sent back</translation>
    </message>
    <message>
        <source>照片的校验值或大小有误</source>
        <translation>A photo's hash or size is wrong</translation>
    </message>
    <message>
        <source>同一张照片列了两次</source>
        <translation>A photo is listed twice</translation>
    </message>
    <message>
        <source>照片张数超过上限</source>
        <translation>There are too many photos</translation>
    </message>
    <message>
        <source>版次有误</source>
        <translation>The number of the revision is wrong</translation>
    </message>
    <message>
        <source>这一版已经有了，以先到的为准</source>
        <translation>This revision is there already; the first one counts</translation>
    </message>
    <message>
        <source>服务器没有这次检查的上一版</source>
        <translation>The hub does not have the revision before</translation>
    </message>
    <message>
        <source>证据链或签名不符</source>
        <translation>The chain of photos or the seal does not hold</translation>
    </message>
    <message>
        <source>本机没有这张检查表，请联网同步后再打开</source>
        <translation>The checklist is not on this tablet; sync and open again</translation>
    </message>
    <message>
        <source>检查对象不属于这个村</source>
        <translation>The place does not belong to this village</translation>
    </message>
    <message>
        <source>没有这次检查，请刷新后再试</source>
        <translation>There is no such inspection; refresh and try again</translation>
    </message>
    <message>
        <source>这个村不在批次的参评名单里</source>
        <translation>The village does not take part in the campaign</translation>
    </message>
    <message>
        <source>评分表没有这一项，请返回重新打开</source>
        <translation>The checklist has no such item; go back and open it again</translation>
    </message>
    <message>
        <source>照片文件已损坏，无法上传；如仍在现场请补拍</source>
        <translation>The photo's file is damaged; take it again if you are still there</translation>
    </message>
    <message>
        <source>照片文件在平板上找不到了，无法上传；如仍在现场请补拍</source>
        <translation>The photo's file is gone; take it again if you are still there</translation>
    </message>
    <message>
        <source>照片多次上传失败，稍后自动重试</source>
        <translation>The photo failed several times; it is tried again</translation>
    </message>
    <message>
        <source>已停止，下次继续</source>
        <translation>Stopped; it goes on next time</translation>
    </message>
    <message>
        <source>网络中断，稍后从断开处继续</source>
        <translation>The connection broke; it goes on from there</translation>
    </message>
    <message>
        <source>平板上的文件无法读写，请检查存储空间</source>
        <translation>A file cannot be read or written; check the storage</translation>
    </message>
    <message>
        <source>网络太慢或没有答复，稍后自动继续</source>
        <translation>The network is too slow or silent; it goes on later</translation>
    </message>
    <message>
        <source>服务器的证书不可信，没有发送任何内容：请换一个网络或联系管理员</source>
        <translation>The hub's certificate is not trusted and nothing was sent: use another network or ask the administrator</translation>
    </message>
    <message>
        <source>服务器的答复过大，已放弃</source>
        <translation>The hub's answer is too large</translation>
    </message>
    <message>
        <source>连不上服务器：请检查网络；数据都在平板上，稍后自动重试</source>
        <translation>The hub cannot be reached: check the network. Everything is on the tablet and is tried again</translation>
    </message>
    <message>
        <source>服务器地址有误，请在设置里检查</source>
        <translation>The hub's address is wrong; check it in the settings</translation>
    </message>
    <message>
        <source>这是印刷用（CMYK）图片，不是相机照片，请另选一张</source>
        <translation>This is a picture for print (CMYK), no photo; choose another</translation>
    </message>
    <message>
        <source>照片已损坏或不完整，请重新拍摄或另选一张</source>
        <translation>The photo is damaged; take it again or choose another</translation>
    </message>
    <message>
        <source>照片没有保存：存储空间不足或磁盘出错，请清理空间后重拍</source>
        <translation>Not saved: the storage is full or broken. Make room and take it again</translation>
    </message>
    <message>
        <source>照片是空的，请重拍</source>
        <translation>The photo is empty; take it again</translation>
    </message>
    <message>
        <source>这张检查表只认现场拍摄的照片</source>
        <translation>This checklist takes only photos made on the spot</translation>
    </message>
    <message>
        <source>照片太大，请另选一张</source>
        <translation>The photo is too large; choose another</translation>
    </message>
    <message>
        <source>这个文件不是 JPEG 照片，请另选一张</source>
        <translation>This file is no JPEG photo; choose another</translation>
    </message>
    <message>
        <source>照片太小，看不清，不能作为证据</source>
        <translation>The photo is too small to prove anything</translation>
    </message>
    <message>
        <source>照片太大，请降低分辨率后重拍</source>
        <translation>The photo is too large; lower the resolution and take it again</translation>
    </message>
    <message>
        <source>照片张数已到上限</source>
        <translation>There are as many photos as there may be</translation>
    </message>
    <message>
        <source>这张照片已不在这份检查里</source>
        <translation>The photo is no longer in this check</translation>
    </message>
    <message>
        <source>照片文件打不开，请另选一张</source>
        <translation>The photo's file cannot be opened; choose another</translation>
    </message>
    <message>
        <source>密码须为 4 到 12 位数字</source>
        <translation>A PIN has 4 to 12 digits</translation>
    </message>
    <message>
        <source>定位记录文件读不到，请检查路径</source>
        <translation>The file of positions cannot be read; check its path</translation>
    </message>
    <message>
        <source>定位来源写法不对</source>
        <translation>The source of positions is not understood</translation>
    </message>
    <message>
        <source>评分表没有这种类型，请重新选择</source>
        <translation>The checklist has no such type; choose again</translation>
    </message>
    <message>
        <source>平板与服务器的版本不配，请升级</source>
        <translation>App and hub do not match; update</translation>
    </message>
    <message>
        <source>本机的数据被复制过，正在改用新的编号</source>
        <translation>This tablet's data was copied; it gets a new number</translation>
    </message>
    <message>
        <source>记录不是这台平板产生的</source>
        <translation>The record is not from this tablet</translation>
    </message>
    <message>
        <source>前面的记录还没有送达，平板会补传</source>
        <translation>Earlier records are missing; the tablet sends them</translation>
    </message>
    <message>
        <source>排名数据前后不一致，请重新下载</source>
        <translation>The ranking is incomplete; fetch it again</translation>
    </message>
    <message>
        <source>排名里没有这个村</source>
        <translation>The ranking does not have this village</translation>
    </message>
    <message>
        <source>提交人与登记的用户不是同一人，等管理员处理</source>
        <translation>The author is not who enrolled; the administrator decides</translation>
    </message>
    <message>
        <source>这种记录只能由服务器产生</source>
        <translation>Only the hub makes such records</translation>
    </message>
    <message>
        <source>服务器还不认识这种记录，已保存，升级服务器后处理</source>
        <translation>The hub does not know such records yet; it is kept until the hub is updated</translation>
    </message>
    <message>
        <source>内容超过 256 KB，请减少备注或照片后再提交</source>
        <translation>More than 256 KB; shorten notes or take photos out</translation>
    </message>
    <message>
        <source>办理人与提交人不是同一人</source>
        <translation>Whoever did it is not the one who sent it</translation>
    </message>
    <message>
        <source>请写明退回或撤销的原因</source>
        <translation>Say why it is returned or withdrawn</translation>
    </message>
    <message>
        <source>说明太长</source>
        <translation>The words are too long</translation>
    </message>
    <message>
        <source>没有权限处理这个村的整改</source>
        <translation>You may not handle tasks of this village</translation>
    </message>
    <message>
        <source>这项整改已有别人处理，以先到的为准</source>
        <translation>Somebody else was first with this task</translation>
    </message>
    <message>
        <source>这处扣分不要求整改</source>
        <translation>This deduction needs no task</translation>
    </message>
    <message>
        <source>请先在同一位置拍一张整改后的照片</source>
        <translation>Take a photo of the same spot first</translation>
    </message>
    <message>
        <source>检查没有通过审核，不能下发整改</source>
        <translation>The inspection is not approved</translation>
    </message>
    <message>
        <source>整改内容与检查记录不同</source>
        <translation>The task differs from the inspection</translation>
    </message>
    <message>
        <source>不能复查自己反馈的整改</source>
        <translation>You cannot check what you reported yourself</translation>
    </message>
    <message>
        <source>整改照片与以前的照片是同一张</source>
        <translation>The photo was used before</translation>
    </message>
    <message>
        <source>反馈要有照片，别的步骤没有</source>
        <translation>A report has photos, other steps have none</translation>
    </message>
    <message>
        <source>整改照片没有到齐，到齐后才能通过</source>
        <translation>Photos are still missing</translation>
    </message>
    <message>
        <source>一次反馈最多 20 张照片</source>
        <translation>A report takes 20 photos at most</translation>
    </message>
    <message>
        <source>这项整改已有新的进展，请刷新后再看</source>
        <translation>The task has moved on; refresh</translation>
    </message>
    <message>
        <source>没有这项整改，请刷新后再试</source>
        <translation>There is no such task; refresh and try again</translation>
    </message>
    <message>
        <source>已发布的检查表变了，没有采用，请联系管理员</source>
        <translation>A published checklist changed and was not taken; ask the administrator</translation>
    </message>
    <message>
        <source>不认识的基础数据，请升级应用</source>
        <translation>Reference data of an unknown kind; update the app</translation>
    </message>
    <message>
        <source>数据在传输中被改动，请重试</source>
        <translation>The data was changed on its way; try again</translation>
    </message>
    <message>
        <source>服务器不能识别这个请求，请检查两边的版本</source>
        <translation>The hub did not understand this; check both versions</translation>
    </message>
    <message>
        <source>服务器上没有</source>
        <translation>The hub does not have it</translation>
    </message>
    <message>
        <source>内容超过大小上限</source>
        <translation>The content is too large</translation>
    </message>
    <message>
        <source>服务器地址应以 https:// 或 http:// 开头，请核对</source>
        <translation>The address of the hub begins with https:// or http://, and its fingerprint must be whole: check it</translation>
    </message>
    <message>
        <source>证书文件读不出来，或数据文件夹写不进去</source>
        <translation>The certificate file cannot be read, or the data folder cannot be written</translation>
    </message>
    <message>
        <source>按设置，现在的网络不用来同步；需要时到“设置”里改，数据都在平板上</source>
        <translation>By the settings, the network at hand is not used for syncing; change them when needed, all data is on the tablet</translation>
    </message>
    <message>
        <source>救援文件里有一张照片已损坏</source>
        <translation>A photo in the rescue file is damaged</translation>
    </message>
    <message>
        <source>救援文件的内容无法识别，请用新版本再试</source>
        <translation>The rescue file is not understood; try a newer version</translation>
    </message>
    <message>
        <source>没有未上传的工作，不用导出</source>
        <translation>Nothing is unsent</translation>
    </message>
    <message>
        <source>您没有调整分数的权限，请交给有这个权限的人</source>
        <translation>You have no right to adjust points; hand it to somebody who has</translation>
    </message>
    <message>
        <source>调整分数时没有写调整哪一项</source>
        <translation>No item is named to adjust</translation>
    </message>
    <message>
        <source>服务器没有这份申诉</source>
        <translation>The hub does not have this appeal</translation>
    </message>
    <message>
        <source>答复只能维持，或调整被申诉的那一项</source>
        <translation>An answer upholds, or adjusts the contested item</translation>
    </message>
    <message>
        <source>请写明原因</source>
        <translation>Give a reason</translation>
    </message>
    <message>
        <source>审核意见太长</source>
        <translation>The comment is too long</translation>
    </message>
    <message>
        <source>这一版已有审核结果，请刷新</source>
        <translation>This revision is decided; refresh</translation>
    </message>
    <message>
        <source>服务器没有回头看所指的检查</source>
        <translation>The hub does not have the inspection that this looks back at</translation>
    </message>
    <message>
        <source>只能对审核通过的检查回头看</source>
        <translation>Only an approved inspection can be looked back at</translation>
    </message>
    <message>
        <source>回头看的对象或检查表与原检查不同</source>
        <translation>A look-back must be of the same place and sheet</translation>
    </message>
    <message>
        <source>批量处理只能是通过</source>
        <translation>Many at once can only be approved</translation>
    </message>
    <message>
        <source>这份检查有疑点，不能批量通过，请打开看过再决定</source>
        <translation>Something speaks against this inspection; open it and look before you decide</translation>
    </message>
    <message>
        <source>没有权限审核这个村的检查</source>
        <translation>You may not review this village</translation>
    </message>
    <message>
        <source>服务器没有被审核的检查</source>
        <translation>The hub does not have this inspection</translation>
    </message>
    <message>
        <source>检查表没有这一项</source>
        <translation>The checklist has no such item</translation>
    </message>
    <message>
        <source>这份检查没有一票否决</source>
        <translation>This inspection has no veto</translation>
    </message>
    <message>
        <source>检查员已提交新的一版，请看最新一版再决定</source>
        <translation>The inspector sent a newer revision; look at that one</translation>
    </message>
    <message>
        <source>不能审核自己的检查</source>
        <translation>You cannot review your own inspection</translation>
    </message>
    <message>
        <source>照片还没有到齐，到齐后才能通过</source>
        <translation>Photos are still missing</translation>
    </message>
    <message>
        <source>调整后的分数超出该项范围</source>
        <translation>The points are out of the item's range</translation>
    </message>
    <message>
        <source>调整分数必须写原因</source>
        <translation>An adjustment needs a reason</translation>
    </message>
    <message>
        <source>审核人与提交人不是同一人</source>
        <translation>The reviewer is not the one who sent it</translation>
    </message>
    <message>
        <source>只有主管可以审核</source>
        <translation>Only supervisors review</translation>
    </message>
    <message>
        <source>这个村不在您的审核范围内</source>
        <translation>This village is not yours to review</translation>
    </message>
    <message>
        <source>否决是您确认的，须由另一人通过</source>
        <translation>You confirmed the veto; another person has to approve</translation>
    </message>
    <message>
        <source>口令不对，或文件已损坏</source>
        <translation>The code is wrong, or the file is damaged</translation>
    </message>
    <message>
        <source>这不是巡村的救援文件</source>
        <translation>This is no rescue file of Xuncun</translation>
    </message>
    <message>
        <source>文件写不进去，请检查U盘或文件夹的空间和权限</source>
        <translation>The file cannot be written; check the stick, its space and rights</translation>
    </message>
    <message>
        <source>文件不完整，请重新导出</source>
        <translation>The file is incomplete; export it again</translation>
    </message>
    <message>
        <source>打不开这个文件</source>
        <translation>This file cannot be opened</translation>
    </message>
    <message>
        <source>用户或密码不对，请核对后重输，忘记请问办公室</source>
        <translation>Wrong user or password. Check and type them again; if forgotten, ask the office</translation>
    </message>
    <message>
        <source>请填写未签名的原因</source>
        <translation>Say why there is no signature</translation>
    </message>
    <message>
        <source>签名太复杂，请重签</source>
        <translation>The signature is too large; sign again</translation>
    </message>
    <message>
        <source>本机数据打不开，请勿卸载，联系管理员</source>
        <translation>This tablet's data cannot be opened. Do not uninstall; ask the administrator</translation>
    </message>
    <message>
        <source>未保存：数据正忙，请再试一次</source>
        <translation>Not saved: the data is busy; try again</translation>
    </message>
    <message>
        <source>本机数据已损坏，请勿卸载，联系管理员</source>
        <translation>This tablet's data is damaged. Do not uninstall; ask the administrator</translation>
    </message>
    <message>
        <source>这个数据库文件不是本程序的，未打开</source>
        <translation>This database is not of this app and was not opened</translation>
    </message>
    <message>
        <source>未保存：存储空间已满，请先清理空间再试</source>
        <translation>Not saved: the storage is full. Make room and try again</translation>
    </message>
    <message>
        <source>未保存：平板的存储出错，请重试</source>
        <translation>Not saved: the storage failed; try again</translation>
    </message>
    <message>
        <source>数据由更新的版本写成，请升级应用</source>
        <translation>The data is of a newer version; update the app</translation>
    </message>
    <message>
        <source>数据文件无法打开，请检查存储空间和权限</source>
        <translation>The data cannot be opened; check the storage and its rights</translation>
    </message>
    <message>
        <source>所选设施不属于这个村，请重新选择</source>
        <translation>The facility does not belong to this village; choose again</translation>
    </message>
    <message>
        <source>同步出错，稍后自动重试；已保存的内容不受影响</source>
        <translation>Sync failed and is tried again; what is saved is safe</translation>
    </message>
    <message>
        <source>还没有登记服务器，请先登记</source>
        <translation>No hub is known; enrol first</translation>
    </message>
    <message>
        <source>文字超过 2000 字，请缩短</source>
        <translation>More than 2000 characters; shorten it</translation>
    </message>
    <message>
        <source>没有可以撤销的操作</source>
        <translation>There is nothing to undo</translation>
    </message>
    <message>
        <source>这一段在传输中损坏，会自动重传</source>
        <translation>A part came damaged and is sent again</translation>
    </message>
    <message>
        <source>照片内容与其校验值不符，会重新上传</source>
        <translation>The photo is not what its hash says; it is sent again</translation>
    </message>
    <message>
        <source>这个文件不是 JPEG 照片</source>
        <translation>This file is no JPEG photo</translation>
    </message>
    <message>
        <source>续传位置不符，会重新查询</source>
        <translation>The place to go on from was wrong; it is asked again</translation>
    </message>
    <message>
        <source>同时上传的照片过多，请稍后再试</source>
        <translation>Too many uploads at once; it is tried again</translation>
    </message>
    <message>
        <source>这个村的这项检查没有分配给您，请联系管理员</source>
        <translation>This check is not assigned to you; ask the administrator</translation>
    </message>
    <message>
        <source>界面打不开，请重新安装</source>
        <translation>The pages cannot be opened; install the app again</translation>
    </message>
    <message>
        <source>数据损坏，稍后自动重试</source>
        <translation>The data came damaged; it is fetched again</translation>
    </message>
    <message>
        <source>数据格式有误，稍后自动重试</source>
        <translation>The data is malformed; it is fetched again</translation>
    </message>
    <message>
        <source>压缩比异常，拒绝解开</source>
        <translation>The data would unpack to too much and was refused</translation>
    </message>
    <message>
        <source>数据不完整：内容在中途断开</source>
        <translation>The data broke off; it is fetched again</translation>
    </message>
    <message>
        <source>整改期限与批次的规定不同</source>
        <translation>The deadline is not the one that the campaign gives</translation>
    </message>
    <message>
        <source>草稿批次没有排名</source>
        <translation>A draft campaign has no ranking</translation>
    </message>
    <message>
        <source>所合并的批次还没有公布排名，请先逐个公布</source>
        <translation>The campaigns that are combined are not published yet: publish each of them first</translation>
    </message>
    <message>
        <source>首次公布不写原因，再次公布要写更正的原因</source>
        <translation>The first publication takes no reason, a correction needs one</translation>
    </message>
    <message>
        <source>别人已经公布过，请看过新的排名再决定</source>
        <translation>Somebody else has published meanwhile: look at the new ranking first</translation>
    </message>
    <message>
        <source>排名没有变化，不用更正</source>
        <translation>Nothing has changed, there is nothing to correct</translation>
    </message>
    <message>
        <source>文件写不了，请换一个文件夹或清理空间</source>
        <translation>The file cannot be written: choose another folder or make room</translation>
    </message>
    <message>
        <source>请输入数字，例如 12.5，最多三位小数</source>
        <translation>Please type a number, for example 12.5, with three decimals at most</translation>
    </message>
</context>
<context>
    <name>ComparePairs</name>
    <message>
        <source>上一组</source>
        <translation>Previous pair</translation>
    </message>
    <message>
        <source>第 %1 / %2 组照片</source>
        <translation>Photos %1 of %2</translation>
    </message>
    <message>
        <source>下一组</source>
        <translation>Next pair</translation>
    </message>
</context>
<context>
    <name>PublishSheet</name>
    <message>
        <source>已审齐 %1 / %2 村，待审 %3，退回 %4，未查齐 %5</source>
        <translation>%1 of %2 villages fully approved, %3 waiting, %4 sent back, %5 incomplete</translation>
    </message>
    <message>
        <source>发布排名</source>
        <translation>Publish the ranking</translation>
    </message>
    <message>
        <source>发布更正</source>
        <translation>Publish the correction</translation>
    </message>
    <message>
        <source>发布</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>还有村没有审完；现在发布，它们按批次的规则处理或不参加排名。</source>
        <translation>Not every village is approved yet. Published now, those follow the rules of the campaign or are not ranked.</translation>
    </message>
    <message>
        <source>发布把服务器上此刻的排名冻结成排名包，谁都能重算核对。发布后不能撤回，只能写明原因再发布更正。</source>
        <translation>Publishing freezes the ranking as the server has it now in a package that anybody can compute again. It cannot be taken back, only corrected with a reason.</translation>
    </message>
    <message>
        <source>更正的原因（必填，写了才能发布）</source>
        <translation>Reason for the correction (required to publish)</translation>
    </message>
    <message>
        <source>已存为 %1</source>
        <translation>Saved as %1</translation>
    </message>
    <message>
        <source>正在和服务器联系…</source>
        <translation>Talking to the server…</translation>
    </message>
    <message>
        <source>第 %1 次发布 · %2</source>
        <translation>Publication %1 · %2</translation>
    </message>
    <message>
        <source>更正：%1（%2 个村有变化）</source>
        <translation>Correction: %1 (%2 villages changed)</translation>
    </message>
    <message>
        <source>指纹 %1</source>
        <translation>Fingerprint %1</translation>
    </message>
    <message>
        <source>存排名包…</source>
        <translation>Save the package…</translation>
    </message>
    <message>
        <source>发布第 %1 次，更正前一次？</source>
        <translation>Publish number %1 and correct the one before?</translation>
    </message>
    <message>
        <source>发布这个批次的排名？</source>
        <translation>Publish the ranking of this campaign?</translation>
    </message>
    <message>
        <source>%1。发布后不能撤回。</source>
        <translation>%1. It cannot be taken back.</translation>
    </message>
    <message>
        <source>排名包存到</source>
        <translation>Save the package in</translation>
    </message>
</context>
<context>
    <name>TaskFilterSheet</name>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>镇街</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
</context>
<context>
    <name>viewmodels::PublishModel</name>
    <message>
        <source>/%1-排名包-第%2次.txt</source>
        <translation>/%1-ranking-package-%2.txt</translation>
    </message>
    <message>
        <source>没有完成，请再试一次</source>
        <translation>Not done, please try again</translation>
    </message>
</context>
<context>
    <name>viewmodels::TaskFilter</name>
    <message>
        <source>全部批次</source>
        <translation>All campaigns</translation>
    </message>
    <message>
        <source>全部镇街</source>
        <translation>All towns</translation>
    </message>
    <message>
        <source>全部检查</source>
        <translation>All checks</translation>
    </message>
</context>
<context>
    <name>TownRankList</name>
    <message>
        <source>按参加排名的村的平均分。</source>
        <translation>By the mean of the villages that are ranked.</translation>
    </message>
    <message>
        <source>第 %1 名 %2</source>
        <translation>No. %1 %2</translation>
    </message>
    <message>
        <source>并列</source>
        <translation>Tied</translation>
    </message>
    <message>
        <source>%1 / %2 村参加排名，最佳名单 %3 村，最差名单 %4 村</source>
        <translation>%1 of %2 villages ranked, %3 among the best, %4 among the worst</translation>
    </message>
    <message>
        <source>不排名</source>
        <translation>not ranked</translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>%1：%2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>删去：%1</source>
        <translation>Taken out: %1</translation>
    </message>
    <message>
        <source>新增：%1</source>
        <translation>New: %1</translation>
    </message>
    <message>
        <source>第 %1 处</source>
        <translation>No. %1</translation>
    </message>
    <message>
        <source>的户号</source>
        <translation>, household</translation>
    </message>
    <message>
        <source>的位置</source>
        <translation>, place</translation>
    </message>
    <message>
        <source>的说明</source>
        <translation>, note</translation>
    </message>
    <message>
        <source>%1标为上期未整改</source>
        <translation>%1 marked as not rectified since last time</translation>
    </message>
    <message>
        <source>%1不再标为上期未整改</source>
        <translation>%1 no longer marked as not rectified since last time</translation>
    </message>
    <message>
        <source>照片：新增 %1 张，去掉 %2 张</source>
        <translation>Photos: %1 new, %2 taken out</translation>
    </message>
    <message>
        <source>达到的要求</source>
        <translation>Points met</translation>
    </message>
    <message>
        <source>走访户数</source>
        <translation>Households visited</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>整份的备注</source>
        <translation>Note on the whole</translation>
    </message>
    <message>
        <source>没有定位的原因</source>
        <translation>Why there is no position</translation>
    </message>
    <message>
        <source>检查的类型</source>
        <translation>Profile</translation>
    </message>
</context>
<context>
    <name>viewmodels::OverviewModel</name>
    <message>
        <source>读取总览失败，请重开应用再试</source>
        <translation>The overview cannot be read; open the app again</translation>
    </message>
</context>
<context>
    <name>OldFindingLine</name>
    <message>
        <source>现行的检查表没有这一条，仍有问题请在现行条款里记</source>
        <translation>The sheet has this rule no more; count it under one it has</translation>
    </message>
    <message>
        <source>再次</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>再次发现</source>
        <translation>Found again</translation>
    </message>
</context>
<context>
    <name>viewmodels::StatusModel</name>
    <message>
        <source>没有保存：</source>
        <translation>Not saved: </translation>
    </message>
    <message>
        <source>未保存：</source>
        <translation>Not saved: </translation>
    </message>
</context>
<context>
    <name>viewmodels::InputListModel</name>
    <message>
        <source>种</source>
        <translation>kind(s)</translation>
    </message>
</context>
<context>
    <name>viewmodels::RankListModel</name>
    <message>
        <source>每镇名额已满，列 %1 村</source>
        <translation>The towns&apos; quotas are used up: %1 listed</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>未列入：%1（有一票否决）</source>
        <translation>Not listed: %1 (a veto)</translation>
    </message>
    <message>
        <source>未列入：%1（本镇名额已满）</source>
        <translation>Not listed: %1 (the town&apos;s quota is used up)</translation>
    </message>
    <message>
        <source>未列入：%1（同镇并列，名额不够）</source>
        <translation>Not listed: %1 (tied within a town beyond its quota)</translation>
    </message>
    <message>
        <source>未列入：%1（末位并列，名额不够）</source>
        <translation>Not listed: %1 (tied at the line, too few places)</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>加分合计 {}，本表封顶 {}</source>
        <translation>{} of bonus in all, at most {} by the sheet</translation>
    </message>
    <message>
        <source>适用部分共 {} 分，折算到 {} 分：{} × {} ÷ {} = {}</source>
        <translation>What applies has {} points, carried to {}: {} × {} ÷ {} = {}</translation>
    </message>
    <message>
        <source>全表最多扣 {}：应扣 {}，按 {} 计</source>
        <translation>The sheet loses at most {}: {} due, it counts {}</translation>
    </message>
    <message>
        <source>一票否决：{} {}{}</source>
        <translation>Veto: {} {}{}</translation>
    </message>
    <message>
        <source>；{}，本次按 {} 计</source>
        <translation>; {}, this inspection counts {}</translation>
    </message>
    <message>
        <source>所在大项“{}”计零分</source>
        <translation>its part “{}” counts zero</translation>
    </message>
    <message>
        <source>全表计零分</source>
        <translation>the sheet counts zero</translation>
    </message>
    <message>
        <source>{}：{} / {}</source>
        <translation>{}: {} / {}</translation>
    </message>
    <message>
        <source>{}：不适用，{} 分由其余部分分摊</source>
        <translation>{}: not applicable, its {} points are spread over the other parts</translation>
    </message>
    <message>
        <source>，因一票否决计零分</source>
        <translation>, zero for a veto</translation>
    </message>
    <message>
        <source>不适用项的 {} 分由本部分其余项分摊：{} × {} ÷ {} = {}</source>
        <translation>{} points of items that do not apply are spread over the others of this part: {} × {} ÷ {} = {}</translation>
    </message>
    <message>
        <source>本部分最多扣 {}：应扣 {}，实扣 {}</source>
        <translation>This part loses at most {}: {} due, {} lost</translation>
    </message>
    <message>
        <source>：不适用</source>
        <translation>: not applicable</translation>
    </message>
    <message>
        <source>：不适用，按满分 {} 计</source>
        <translation>: not applicable, counts in full ({})</translation>
    </message>
    <message>
        <source>：不适用，{} 分由全表其余项分摊</source>
        <translation>: not applicable, its {} points are spread over the other items of the sheet</translation>
    </message>
    <message>
        <source>：不适用，{} 分由本部分其余项分摊</source>
        <translation>: not applicable, its {} points are spread over the other items of this part</translation>
    </message>
    <message>
        <source>：{} / {}，扣 {}</source>
        <translation>: {} / {}, lost {}</translation>
    </message>
    <message>
        <source>扣完为止：应扣 {}，本项最多扣 {}</source>
        <translation>All of it lost: {} due, the item has {}</translation>
    </message>
    <message>
        <source>审核调整：{} → {}，理由：{}</source>
        <translation>Adjusted by the reviewer: {} → {}, because: {}</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>：{}</source>
        <translation>: {}</translation>
    </message>
    <message>
        <source>：第 {} 户</source>
        <translation>: household {}</translation>
    </message>
    <message>
        <source>，实测 {}</source>
        <translation>, measured {}</translation>
    </message>
    <message>
        <source>，{}</source>
        <translation>, {}</translation>
    </message>
    <message>
        <source>（上期未整改）</source>
        <translation> (not rectified since last time)</translation>
    </message>
    <message>
        <source>本项照片 {}</source>
        <translation>Photo of the item {}</translation>
    </message>
    <message>
        <source>照片 {}</source>
        <translation>Photo {}</translation>
    </message>
</context>
</TS>
